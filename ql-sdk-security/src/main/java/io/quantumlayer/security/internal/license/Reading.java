package io.quantumlayer.security.internal.license;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads small files beneath a folder; none that a link leads to, and none outside. */
final class Reading {
    static final int SMALL = 1 << 20;

    private Reading() {}

    /** The text of a file, or empty if there is none that can be read whole. */
    static Optional<String> text(Path root, String path, int largest) {
        try {
            Path file = confined(root, path).orElse(null);
            if (file == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] bytes = in.readNBytes(largest + 1);
                return bytes.length > largest
                        ? Optional.empty()
                        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> confined(Path root, String path) {
        Path each = root;
        for (Path name : root.getFileSystem().getPath(path)) {
            each = each.resolve(name);
            boolean leaves = name.toString().isEmpty() || name.toString().equals("..");
            if (leaves || Files.isSymbolicLink(each)) {
                return Optional.empty();
            }
        }
        return path.startsWith("/") ? Optional.empty() : Optional.of(each);
    }
}
