package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.process.ProcessState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Podman as its command line offers it: one short command a call, nothing kept in memory. A container is found by its
 * name, which is made of the marker.
 */
final class Podman {
    private static final Duration LIMIT = Duration.ofSeconds(50);
    private static final int MAX_OUTPUT = 4 * 1024;

    private final ContainerSettings settings;

    Podman(ContainerSettings settings) {
        this.settings = settings;
    }

    Optional<Path> program() {
        return settings.podman();
    }

    /** The state of a container; a container that is not there was never started. */
    ProcessState state(String marker) {
        Answer answer = ask(List.of(
                "container",
                "inspect",
                "--format",
                "{{.State.Status}} {{.State.Pid}} {{.State.ExitCode}}",
                name(marker)));
        if (answer.exitCode() != 0) {
            if (answer.text().contains("no such container")) {
                return new ProcessState(ProcessState.Kind.NEVER_STARTED, -1, null, -1);
            }
            throw new QuantumLayerException(LocalFailures.podman(answer.text()));
        }
        String[] words = answer.text().strip().split("\\s+", -1);
        return switch (words[0]) {
            case "running", "stopping", "paused" ->
                new ProcessState(ProcessState.Kind.RUNNING, Long.parseLong(words[1]), null, -1);
            case "exited", "stopped", "dead" ->
                new ProcessState(ProcessState.Kind.EXITED, -1, null, Integer.parseInt(words[2]));
            default -> new ProcessState(ProcessState.Kind.NEVER_STARTED, -1, null, -1);
        };
    }

    /** Creates a container, in place of one of the same name that was not started, and starts it. */
    void start(String marker, List<String> options, Path log) {
        List<String> create = new ArrayList<>(List.of("create", "--replace", "--name", name(marker)));
        create.addAll(options);
        require(ask(create));
        require(ask(List.of("start", name(marker)), log));
    }

    /** Ends and removes a container if it is there. */
    ProcessState stop(String marker, Duration grace) {
        ProcessState before = state(marker);
        if (before.kind() == ProcessState.Kind.RUNNING) {
            long seconds = Math.max(1, Math.min(grace.toSeconds(), LIMIT.toSeconds() - 5));
            ask(List.of("stop", "--time", Long.toString(seconds), name(marker)));
        }
        Answer removed = ask(List.of("rm", "--force", "--ignore", name(marker)));
        ProcessState after = state(marker);
        if (after.kind() == ProcessState.Kind.RUNNING) {
            return after;
        }
        require(removed);
        return new ProcessState(ProcessState.Kind.EXITED, -1, null, Math.max(0, before.exitCode()));
    }

    private static String name(String marker) {
        return "ql-" + marker;
    }

    private static void require(Answer answer) {
        if (answer.exitCode() != 0) {
            throw new QuantumLayerException(LocalFailures.podman(answer.text()));
        }
    }

    /** What podman answered: a short text of both its outputs. */
    private record Answer(int exitCode, String text) {}

    private Answer ask(List<String> words) {
        try {
            Path said = Files.createTempFile("ql-podman", ".txt");
            try {
                return ask(words, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to a file, as what a container inherits would keep a pipe open for ever. */
    private Answer ask(List<String> words, Path said) {
        Path podman = program().orElseThrow(() -> new QuantumLayerException(LocalFailures.noPodman()));
        List<String> line = new ArrayList<>(List.of(podman.toString()));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"));
        environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        settings.configuration().ifPresent(file -> environment.put("CONTAINERS_CONF", file.toString()));
        try {
            Process process = builder.start();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new QuantumLayerException(LocalFailures.podman("no answer within " + LIMIT));
            }
            byte[] bytes;
            try (var in = Files.newInputStream(said)) {
                bytes = in.readNBytes(MAX_OUTPUT);
            }
            return new Answer(process.exitValue(), new String(bytes, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while podman worked"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
