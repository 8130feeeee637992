package io.quantumlayer.security.internal.program;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.ProcessState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Runs one command in a folder of its own, confined, without network, and within a time. */
public final class ProgramRun {
    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int LARGEST = 64 << 20;
    private static final int MARKER = 26;

    private final ProcessLauncher processes;
    private final CallContext context;
    private final Path folder;
    private final String word;

    /** Prepares a run in a folder on behalf of a call. */
    public ProgramRun(ProcessLauncher processes, CallContext context, Path folder) {
        this.processes = processes;
        this.context = context;
        this.folder = folder;
        this.word = Digest.of(context.idempotencyKey() + folder).hex().substring(0, MARKER);
    }

    /** A word of 26 letters and digits that is this run's alone. */
    public String word() {
        return word;
    }

    /** The folder it runs in. */
    public Path folder() {
        return folder;
    }

    /**
     * Runs the command to its end.
     *
     * @param command the program and its arguments
     * @param readable what it must read besides the system and its folder
     * @param limit how long it may take
     * @return its exit code
     * @throws UntrustedAnswer if it does not end in time or is cancelled
     */
    public int exitCode(List<String> command, List<Path> readable, Duration limit) throws UntrustedAnswer {
        CommandSpec.Builder spec = CommandSpec.builder(word, folder, command)
                .addEnvironment("PATH", "/usr/local/bin:/usr/bin:/bin")
                .addEnvironment("HOME", folder.toString())
                .addEnvironment("TMPDIR", folder.toString())
                .addEnvironment("LANG", "C.UTF-8")
                .addEnvironment("PYTHONDONTWRITEBYTECODE", "1");
        readable.forEach(spec::addReadable);
        processes.start(spec.build());
        return exitCode(limit);
    }

    private int exitCode(Duration limit) throws UntrustedAnswer {
        long end = System.nanoTime() + limit.toNanos();
        ProcessState state = processes.state(folder, word);
        while (state.kind() == ProcessState.Kind.RUNNING) {
            boolean late = System.nanoTime() - end > 0 || context.remaining().isZero();
            if (late
                    || context.cancellation().requested()
                    || Thread.currentThread().isInterrupted()) {
                processes.stop(folder, word, GRACE);
                throw new UntrustedAnswer(late ? "it did not end in time and was stopped" : "it was cancelled");
            }
            LockSupport.parkNanos(this, LOOK_AGAIN);
            state = processes.state(folder, word);
        }
        if (state.kind() != ProcessState.Kind.EXITED) {
            throw new UntrustedAnswer("it vanished without an exit code");
        }
        return state.exitCode();
    }

    /**
     * Reads what it wrote to {@code answer.json}.
     *
     * @return the text, empty if there is no such file
     * @throws IOException if it cannot be read
     * @throws UntrustedAnswer if it is larger than 64 MiB
     */
    public String answer() throws IOException, UntrustedAnswer {
        Path file = folder.resolve("answer.json");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UntrustedAnswer("it wrote more than " + LARGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * Makes a folder for a run below a home.
     *
     * @return the folder; {@link #remove} takes its parent away
     * @throws IOException if it cannot be made
     */
    public static Path room(Path home, String name) throws IOException {
        Files.createDirectories(home);
        Path shell = Files.createTempDirectory(home, name + "-");
        // The account of confined commands may not enter a temporary folder, but one within it that is handed over.
        return Files.createDirectory(shell.resolve("run"));
    }

    /**
     * Removes a folder that {@link #room} made.
     *
     * @throws IOException if something in it cannot be removed
     */
    public static void remove(Path room) throws IOException {
        try (Stream<Path> walk = Files.walk(room.resolve("..").normalize())) {
            for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }
}
