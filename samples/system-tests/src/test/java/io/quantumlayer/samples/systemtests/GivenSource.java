package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small application in the shape that a framework generates, given as a directory. */
final class GivenSource {
    private static final Path CACHE = Path.of("target/given-cache").toAbsolutePath();
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Path folder;
    private final Path source;

    private GivenSource(Path folder, Path source) {
        this.folder = folder;
        this.source = source;
    }

    /** Copies an application out of the test's resources, away from the checkout that they lie in. */
    static GivenSource copied(String name, Path folder) throws IOException {
        Path original = Path.of("src/test/resources/given", name);
        Path source = folder.resolve("source");
        try (Stream<Path> all = Files.walk(original)) {
            for (Path path : all.toList()) {
                Files.copy(path, source.resolve(original.relativize(path).toString()));
            }
        }
        return new GivenSource(folder, source);
    }

    Path path() {
        return source;
    }

    Home home() {
        return new Home(folder.resolve("home"));
    }

    QuantumLayer open() {
        return home().builder()
                .setting("command", "cache", CACHE.toString())
                .setting("launcher", "path", Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .build();
    }

    /** Deploys it, asks it, removes it, and looks whether its directory is as it was. */
    void answers(String path, String text) throws Exception {
        Map<String, Digest> before = digests();
        try (QuantumLayer ql = open()) {
            DeploymentPlan plan =
                    DeploymentPlan.named("given").sourceDirectory(source).build();
            DeploymentResult live = ql.deploy(plan).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            Service service = new Service(live.url().orElseThrow());
            assertThat(service.get(path, "").body()).contains(text);
            assertThat(ql.deploy(plan).await(LONG).outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(ql.application("given").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home().processes()).isEmpty();
        assertThat(digests()).isEqualTo(before);
    }

    private Map<String, Digest> digests() throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(source)) {
            all.forEach(path -> digests.put(source.relativize(path).toString(), digest(path)));
        }
        return digests;
    }

    private static Digest digest(Path path) {
        try {
            String times = Files.getLastModifiedTime(path).toString();
            return Files.isRegularFile(path) ? Digest.of(times + Files.readString(path)) : Digest.of(times);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void needs(String program, String remedy) {
        boolean there = Stream.of(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeThat(there).as(program + " is not installed here: " + remedy).isTrue();
    }
}
