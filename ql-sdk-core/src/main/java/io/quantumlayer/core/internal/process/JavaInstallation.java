package io.quantumlayer.core.internal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that a JDK is made of; distributions put its settings and certificates elsewhere and leave links. */
final class JavaInstallation {
    private static final Path SETTINGS = Path.of("/etc");

    private JavaInstallation() {}

    /** Returns the folders and files to show read-only so that the JDK works, each with the path it is known by. */
    static Set<Path> paths(Path home) {
        try {
            Path real = home.toRealPath();
            Set<Path> paths = new LinkedHashSet<>(List.of(home.toAbsolutePath().normalize(), real));
            try (Stream<Path> files = Files.walk(real)) {
                files.filter(Files::isSymbolicLink)
                        .filter(Files::exists)
                        .map(JavaInstallation::target)
                        .filter(target -> !target.startsWith(real))
                        .forEach(paths::add);
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the JDK at " + home, e);
        }
    }

    /** A whole folder of settings rather than dozens of its files. */
    private static Path target(Path link) {
        try {
            Path target = link.toRealPath();
            return target.startsWith(SETTINGS) ? SETTINGS.resolve(target.getName(1)) : target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot follow " + link, e);
        }
    }
}
