package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Python application: installed packages in {@code site-packages} below, its own files above. */
final class PythonSource {
    private static final String PACKAGES = "/app/site-packages/";
    private static final List<String> MAINS = List.of("main.py", "app.py", "server.py", "__main__.py");

    private PythonSource() {}

    static boolean fits(Path root) {
        return Stream.of("requirements.txt", "pyproject.toml").anyMatch(f -> Files.exists(root.resolve(f)))
                || MAINS.stream().anyMatch(f -> Files.exists(root.resolve(f)));
    }

    static ImageSpec spec(Path root, ImageBase base) throws IOException {
        if (needsPackages(root) && !Files.isDirectory(root.resolve("site-packages"))) {
            throw Refusals.input(
                    "source",
                    "requirements.txt names packages and there is no folder site-packages: run pip install"
                            + " --require-hashes --target site-packages -r requirements.txt first.");
        }
        String main = MAINS.stream()
                .filter(f -> Files.isRegularFile(root.resolve(f)))
                .findFirst()
                .orElseThrow(() -> Refusals.input("source", "None of " + MAINS + " is in " + root + "; add one."));
        return Split.of(SourceFiles.below(root, "/app"), PACKAGES)
                .on(base)
                .entrypoint(List.of("python3", "/app/" + main))
                .addEnvironment("PYTHONPATH", "/app:/app/site-packages")
                .addEnvironment("PYTHONDONTWRITEBYTECODE", "1")
                .addEnvironment("PYTHONUNBUFFERED", "1")
                .workingDirectory("/app")
                .build();
    }

    private static boolean needsPackages(Path root) throws IOException {
        Path file = root.resolve("requirements.txt");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::trim).anyMatch(l -> !l.isEmpty() && !l.startsWith("#"));
        }
    }
}
