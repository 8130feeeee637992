package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that others wrote; a missing one skips the test by its name. */
final class Peer {
    private final Path program;
    private final Path folder;
    private final Map<String, String> environment;

    private Peer(Path program, Path folder, Map<String, String> environment) {
        this.program = program;
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** Finds a program among the peers, then on the path. */
    static Path find(String name) {
        Path peers = Optional.ofNullable(System.getenv("QL_PEERS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "ql-peers"));
        Stream<String> folders = Stream.concat(
                Stream.of(peers.resolve("bin").toString()),
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)));
        Optional<Path> found = folders.map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "peer " + name + " is missing; .ci/peers " + name + " installs it");
        return found.orElseThrow();
    }

    static Peer of(String name, Path folder, Map<String, String> environment) {
        return new Peer(find(name), folder, environment);
    }

    /**
     * What a program answered.
     *
     * @param exitCode its exit code
     * @param text both its outputs
     */
    record Answer(int exitCode, String text) {}

    /** Runs it to its end. */
    Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, program.getFileName().toString(), ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as("%s ended", command)
                .isTrue();
        return new Answer(process.exitValue(), Files.readString(said));
    }

    /** Runs it to a good end. */
    String must(String... arguments) throws IOException, InterruptedException {
        Answer answer = run(arguments);
        assertThat(answer.exitCode())
                .as("%s: %s", List.of(arguments), answer.text())
                .isZero();
        return answer.text();
    }
}
