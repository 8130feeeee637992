package io.quantumlayer.image.jib.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that come and go with a build. */
final class Folders {
    private Folders() {}

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<File> files =
                    found.sorted(Comparator.reverseOrder()).map(Path::toFile).toList();
            for (File file : files) {
                Files.deleteIfExists(file.toPath());
            }
        }
    }
}
