package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.file.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one idempotency key: {@code intended} and {@code attempt-N} while a build is under way, with the source
 * and one folder a command, and {@code result} once it has succeeded. What is there alone decides what comes next, so
 * that a host that was killed goes on where it was.
 */
final class WorkFolder {
    private static final String RESULT = "result";
    private static final String INTENDED = "intended";
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String ATTEMPT = "attempt-";

    private final Path folder;

    WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the number of the attempt under way, or 0. */
    int attempt() {
        return folders(folder, ATTEMPT).stream()
                .mapToInt(path -> number(path, ATTEMPT))
                .max()
                .orElse(0);
    }

    Path attempt(int number) {
        return folder.resolve(ATTEMPT + number);
    }

    /** The new one is there before the old ones go, or the count would begin anew after a crash. */
    void beginAttempt(int number) {
        try {
            Files.createDirectories(attempt(number));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + folder, e);
        }
        for (int old = 1; old < number; old++) {
            Folders.delete(attempt(old));
        }
    }

    /** Returns every command's folder of every attempt. */
    List<Path> commands() {
        return folders(folder, ATTEMPT).stream()
                .flatMap(attempt -> folders(attempt, "command-").stream())
                .toList();
    }

    static Path command(Path attempt, int index) {
        return attempt.resolve("command-" + index);
    }

    static int index(Path command) {
        return number(command, "command-");
    }

    Optional<BuiltArtifact> result() {
        return read(RESULT, BuiltArtifact.class);
    }

    /** Keeps the result and drops what it was made of. */
    void finish(BuiltArtifact built) {
        write(RESULT, built);
        folders(folder, ATTEMPT).forEach(Folders::delete);
    }

    /** Returns what the build under way set out with. */
    Optional<BuildReuse.Intended> intended() {
        return read(INTENDED, BuildReuse.Intended.class);
    }

    void intend(BuildReuse.Intended intended) {
        write(INTENDED, intended);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        return Folders.tail(folder.resolve(name), MAX_BYTES).map(bytes -> Json.read(bytes, type));
    }

    private void write(String name, Object value) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.write(folder.resolve(name + ".new"), Json.write(value));
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + folder, e);
        }
    }

    void delete() {
        Folders.delete(folder);
    }

    private static List<Path> folders(Path parent, String prefix) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(path -> path.getFileName().toString().matches(prefix + "\\d{1,4}"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + parent, e);
        }
    }

    private static int number(Path path, String prefix) {
        return Integer.parseInt(path.getFileName().toString().substring(prefix.length()));
    }
}
