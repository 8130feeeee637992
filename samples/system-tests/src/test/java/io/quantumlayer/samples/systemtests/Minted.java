package io.quantumlayer.samples.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the secrets that were minted for an application, as the owner of the home can. */
final class Minted {
    private Minted() {}

    static String secret(Home home, String name) throws IOException {
        Path file = home.files(name).stream()
                .filter(path -> path.toString().contains("/secrets/default/"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
        return Files.readString(file).strip();
    }
}
