package io.quantumlayer.security.internal.sast;

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
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs one engine over a copy of the source in a folder of its own, confined, without network, and within a time. */
final class EngineRun {
    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int LARGEST = 64 << 20;
    private static final int MARKER = 26;

    private final ProcessLauncher processes;
    private final Program program;

    EngineRun(ProcessLauncher processes, Program program) {
        this.processes = processes;
        this.program = program;
    }

    /**
     * A program that was set.
     *
     * @param engine what it is
     * @param path where it is
     * @param readable what it must read besides the system
     * @param limit how long it may take
     */
    record Program(Engine engine, String path, List<Path> readable, Duration limit) {}

    /** Runs it to its end, and says how it ended and what it wrote. */
    Engine.Answer run(CallContext context, Path folder, SourceFiles files) throws IOException, UntrustedAnswer {
        Path source = Files.createDirectory(folder.resolve("src"));
        files.copyTo(source);
        String marker =
                Digest.of(context.idempotencyKey() + folder.getFileName()).hex().substring(0, MARKER);
        Control control = Control.of(files.paths(), marker);
        control.writeTo(source);
        program.engine().prepare(folder);
        CommandSpec.Builder command = CommandSpec.builder(
                        marker, folder, program.engine().command(program.path(), folder))
                .addEnvironment("PATH", "/usr/local/bin:/usr/bin:/bin")
                .addEnvironment("HOME", folder.toString())
                .addEnvironment("TMPDIR", folder.toString())
                .addEnvironment("LANG", "C.UTF-8")
                .addEnvironment("PYTHONDONTWRITEBYTECODE", "1");
        program.readable().forEach(command::addReadable);
        processes.start(command.build());
        int exitCode = exitCode(context, folder, marker);
        return new Engine.Answer(exitCode, answer(folder), folder, control.with(files.paths()), control);
    }

    private int exitCode(CallContext context, Path folder, String marker) throws UntrustedAnswer {
        long end = System.nanoTime() + program.limit().toNanos();
        ProcessState state = processes.state(folder, marker);
        while (state.kind() == ProcessState.Kind.RUNNING) {
            boolean late = System.nanoTime() - end > 0 || context.remaining().isZero();
            if (late
                    || context.cancellation().requested()
                    || Thread.currentThread().isInterrupted()) {
                processes.stop(folder, marker, GRACE);
                throw new UntrustedAnswer(late ? "it did not end in time and was stopped" : "it was cancelled");
            }
            LockSupport.parkNanos(this, LOOK_AGAIN);
            state = processes.state(folder, marker);
        }
        if (state.kind() != ProcessState.Kind.EXITED) {
            throw new UntrustedAnswer("it vanished without an exit code");
        }
        return state.exitCode();
    }

    private static String answer(Path folder) throws IOException, UntrustedAnswer {
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
}
