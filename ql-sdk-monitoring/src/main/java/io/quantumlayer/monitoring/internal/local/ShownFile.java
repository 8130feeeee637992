package io.quantumlayer.monitoring.internal.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A file that a provider names in an attribute: opened only if it is a regular file at an absolute path, no link. */
final class ShownFile {
    private static final int CHUNK = 1 << 16;
    private static final int NOTE = 1 << 16;
    private static final long MOST_COUNTED = 64L << 20;

    private final Path path;

    private ShownFile(Path path) {
        this.path = path;
    }

    static Optional<ShownFile> named(String path) {
        try {
            return Optional.of(Path.of(path))
                    .filter(Path::isAbsolute)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(ShownFile::new);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    Optional<Long> bytes() {
        try {
            return Optional.of(Files.size(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The number of lines, an unfinished last one counted too; empty beyond 64 MiB and when time runs out. */
    Optional<Long> lines(BooleanSupplier stop) {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] chunk = new byte[CHUNK];
            long lines = 0;
            long total = 0;
            byte last = '\n';
            for (int count = in.read(chunk); count > 0; count = in.read(chunk)) {
                total += count;
                if (total > MOST_COUNTED || stop.getAsBoolean()) {
                    return Optional.empty();
                }
                lines += newlines(chunk, count);
                last = chunk[count - 1];
            }
            return Optional.of(last == '\n' ? lines : lines + 1);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The text of a short file; empty if it cannot be read or is no short one. */
    Optional<String> note() {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(NOTE + 1);
            return bytes.length > NOTE ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int newlines(byte[] chunk, int count) {
        int lines = 0;
        for (int i = 0; i < count; i++) {
            lines += chunk[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
