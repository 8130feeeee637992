package io.quantumlayer.provider.local;

import io.quantumlayer.api.spi.process.CommandSpec;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.process.ProcessState.Kind;
import io.quantumlayer.api.spi.process.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A real launcher without a sandbox, small enough to trust: one shell a command, which leaves pid and exit code. */
final class TestLauncher implements ProcessLauncher {
    private static final String SHELL = "\"$@\"; code=$?; echo $code > command.new; mv command.new command.exit";
    private static final long LIMIT_SECONDS = 20;

    private final List<CommandSpec> started = new CopyOnWriteArrayList<>();
    private final List<ProcessHandle> processes = new CopyOnWriteArrayList<>();

    List<CommandSpec> started() {
        return started;
    }

    /** Every process ever started that is still alive, and what it started. */
    List<ProcessHandle> alive() {
        return processes.stream()
                .flatMap(TestLauncher::tree)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    @Override
    public Sandbox sandbox() {
        return new Sandbox(false, "none", "the tests confine nothing");
    }

    @Override
    public ProcessState start(CommandSpec spec) {
        ProcessState known = state(spec.folder(), spec.marker());
        if (known.kind() == Kind.RUNNING) {
            return known;
        }
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "supervisor"));
        command.addAll(spec.command());
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(spec.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            spec.folder().resolve("command.log").toFile()));
            Map<String, String> environment = builder.environment();
            environment.clear();
            environment.putAll(spec.environment());
            environment.put("QL_MARKER", spec.marker());
            ProcessHandle process = builder.start().toHandle();
            started.add(spec);
            processes.add(process);
            Files.writeString(
                    spec.folder().resolve("command.pid"),
                    process.pid() + " " + startOf(process).orElse(Instant.EPOCH) + " " + spec.marker());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state(spec.folder(), spec.marker());
    }

    @Override
    public ProcessState state(Path folder, String marker) {
        try {
            Path file = folder.resolve("command.pid");
            String[] claim = Files.exists(file) ? Files.readString(file).split(" ", -1) : new String[0];
            if (claim.length != 3 || !claim[2].equals(marker)) {
                return new ProcessState(Kind.NEVER_STARTED, -1, null, -1);
            }
            long pid = Long.parseLong(claim[0]);
            Instant startedAt = Instant.parse(claim[1]);
            if (running(pid, startedAt).isPresent()) {
                return new ProcessState(Kind.RUNNING, pid, startedAt, -1);
            }
            Path exit = folder.resolve("command.exit");
            return Files.exists(exit)
                    ? new ProcessState(
                            Kind.EXITED,
                            pid,
                            startedAt,
                            Integer.parseInt(Files.readString(exit).strip()))
                    : new ProcessState(Kind.VANISHED, pid, startedAt, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProcessState stop(Path folder, String marker, Duration grace) {
        ProcessState state = state(folder, marker);
        if (state.kind() == Kind.RUNNING) {
            List<ProcessHandle> all = ProcessHandle.of(state.pid()).stream()
                    .flatMap(TestLauncher::tree)
                    .toList();
            all.stream().skip(1).forEach(ProcessHandle::destroy);
            if (!ended(all, grace)) {
                all.forEach(ProcessHandle::destroyForcibly);
                ended(all, Duration.ofSeconds(LIMIT_SECONDS));
            }
        }
        return state(folder, marker);
    }

    /** Ends whatever a test left running. */
    void killAll() {
        List<ProcessHandle> left = alive();
        left.forEach(ProcessHandle::destroyForcibly);
        ended(left, Duration.ofSeconds(LIMIT_SECONDS));
    }

    static boolean ended(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static Optional<ProcessHandle> running(long pid, Instant startedAt) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(Optional.of(startedAt)));
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }
}
