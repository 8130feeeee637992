package io.quantumlayer.core.internal.build;

import static io.quantumlayer.core.internal.build.Workshop.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.builder.EarlierBuild;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.InstalledTool;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The result of a build stands for later ones of equal inputs, and for nothing else. */
@Timeout(180)
class BuildReuseTest {
    /** No two runs of it give the same. */
    private static final Recipe UNIQUE = recipe("out", "mkdir out; cat /proc/sys/kernel/random/uuid >out/id");

    @TempDir
    Path home;

    private final List<CallContext> calls = new ArrayList<>();
    private Workshop shop;
    private Digest source;

    @BeforeEach
    void open() {
        shop = Workshop.reusing(home, Workshop.installed(), Map.of());
        source = shop.source("src/main.txt", "source\n");
    }

    @AfterEach
    void close() {
        calls.forEach(shop.builder::discard);
        shop.close();
    }

    @Test
    void anEqualBuildOfAnotherRunIsNotDoneAgainAndSaysSo() {
        Instant before = Instant.now();
        BuiltArtifact first = built("one", UNIQUE);
        BuiltArtifact second = built("two", UNIQUE);

        assertThat(first.reused()).isEmpty();
        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.log()).isEqualTo(first.log());
        assertThat(second.notes()).isEqualTo(first.notes());
        EarlierBuild seen = second.reused().orElseThrow();
        assertThat(seen.run()).isEqualTo(run("one"));
        assertThat(seen.at()).isBetween(before, Instant.now());
        assertThat(built("three", UNIQUE).reused()).as("still the first one").contains(seen);
    }

    @Test
    void anotherHostReusesItTooAndTheSameKeyGivesTheSameAgain() {
        BuiltArtifact first = built("one", UNIQUE);
        try (Workshop other = Workshop.reusing(home, Workshop.installed(), Map.of())) {
            BuiltArtifact reused = built(other, call("two"), source, UNIQUE);
            assertThat(reused.digest()).isEqualTo(first.digest());
            assertThat(built("two", UNIQUE)).isEqualTo(reused);
        }
    }

    @Test
    void anotherSourceCommandOutputOrTenantIsBuilt() {
        Set<Digest> digests = new HashSet<>();
        digests.add(built("one", UNIQUE).digest());
        digests.add(built(shop, call("two"), shop.source("src/main.txt", "other\n"), UNIQUE)
                .digest());
        digests.add(built("three", recipe("out", UNIQUE.build().get(0).words().get(2) + " "))
                .digest());
        digests.add(built("four", recipe("./out", UNIQUE.build().get(0).words().get(2)))
                .digest());
        digests.add(built(shop, call("five", "other-tenant"), source, UNIQUE).digest());
        assertThat(digests).hasSize(5);
    }

    @Test
    void anotherToolIsAnotherBuild() throws IOException {
        Path program = Files.writeString(home.resolve("program"), "x");
        Path release = Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17\"");
        Set<Digest> digests = new HashSet<>();
        for (String version : List.of("1", "2", "2")) {
            digests.add(withTool(program, version, Map.of()));
        }
        assertThat(digests).hasSize(2);
        digests.add(withTool(program, "2", Map.of("OPTION", "on")));
        assertThat(digests).hasSize(3);
        Files.setLastModifiedTime(program, FileTime.from(Instant.EPOCH));
        digests.add(withTool(program, "2", Map.of()));
        assertThat(digests).hasSize(4);
        Files.writeString(program, "longer");
        Files.setLastModifiedTime(program, FileTime.from(Instant.EPOCH));
        digests.add(withTool(program, "2", Map.of()));
        assertThat(digests).hasSize(5);
        digests.add(withTool(program, "2", Map.of("JAVA_HOME", home.toString())));
        FileTime time = Files.getLastModifiedTime(release);
        Files.writeString(release, "JAVA_VERSION=\"18\"");
        Files.setLastModifiedTime(release, time);
        digests.add(withTool(program, "2", Map.of("JAVA_HOME", home.toString())));
        assertThat(digests).hasSize(7);
    }

    @Test
    void whatFetchesWithoutALockIsBuiltEachTime() {
        Recipe.Command fetch = Recipe.Command.fetching("sh", "-c", "true");
        Recipe open = fetching(fetch);
        assertThat(built("one", open).digest()).isNotEqualTo(built("two", open).digest());
        assertThat(passed()).isEmpty();

        Recipe locked = fetching(fetch.lockedBy("some.lock"));
        assertThat(built("three", locked).digest())
                .isEqualTo(built("four", locked).digest());
    }

    @Test
    void aBuildThatFailedIsNotKeptNorOneOfNoCommands() {
        Recipe failing = recipe("out", "mkdir out; echo x >out/f; exit 1");
        assertThat(shop.await(call("one"), source, failing).failure()).isPresent();
        assertThat(shop.await(call("two"), source, recipe("no-such-folder", "true"))
                        .failure())
                .isPresent();
        built("three", recipe("."));
        assertThat(passed()).isEmpty();
    }

    @Test
    void whoWantsNoReuseBuildsAgainForThoseWhoDo() {
        Digest first = built("one", UNIQUE).digest();
        try (Workshop other = new Workshop(home, true)) {
            BuiltArtifact again = built(other, call("two"), source, UNIQUE);
            assertThat(again.digest()).isNotEqualTo(first);
            assertThat(again.reused()).isEmpty();
            assertThat(built("three", UNIQUE).digest()).isEqualTo(again.digest());
        }
    }

    @Test
    void aToolThatChangedWhileItBuiltMakesTheResultGoodForNobodyElse() throws IOException {
        Path program = Files.writeString(home.resolve("program"), "x");
        Toolchain tools = one(program, "1", Map.of());
        Recipe recipe = recipe("out", ": {node}; mkdir out; cat /proc/sys/kernel/random/uuid >out/id");
        try (Workshop other = Workshop.reusing(home, tools, Map.of())) {
            CallContext call = call("one");
            other.ask(call, source, recipe);
            Files.writeString(program, "changed");
            built(other, call, source, recipe);
            assertThat(passed()).isEmpty();
        }
    }

    @Test
    void onlyTheNewestStayAndNoneBeyondTheirAge() {
        Map<String, String> two = Map.of("reuse-count", "2");
        try (Workshop other = Workshop.reusing(home, Workshop.installed(), two)) {
            for (int i = 0; i < 4; i++) {
                built(other, call("count-" + i), shop.source("f", "source " + i), UNIQUE);
            }
            assertThat(passed()).hasSize(2);
            assertThat(built(other, call("again"), shop.source("f", "source 3"), UNIQUE)
                            .reused())
                    .isPresent();
        }
        try (Workshop other = Workshop.reusing(home, Workshop.installed(), Map.of("reuse-age", "PT0S"))) {
            built(other, call("age-1"), source, UNIQUE);
            BuiltArtifact again = built(other, call("age-2"), source, UNIQUE);
            assertThat(again.reused()).isEmpty();
            assertThat(again.notes()).last().asString().contains("longer ago than PT0S");
        }
    }

    @Test
    void limitsThatAreNoneAreRefusedByName() {
        for (Map<String, String> wrong : List.of(
                Map.of("reuse-age", "a month"),
                Map.of("reuse-age", "-PT1S"),
                Map.of("reuse-age", "P40000D"),
                Map.of("reuse-count", "-1"),
                Map.of("reuse-count", "many"))) {
            assertThatThrownBy(() -> Workshop.reusing(home, Workshop.installed(), wrong))
                    .isInstanceOf(QuantumLayerException.class)
                    .hasMessageContaining("command." + wrong.keySet().iterator().next());
        }
    }

    @Test
    void manyHostsAtOnceEndWithOneRecordThatHolds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<BuiltArtifact>> futures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CallContext call = call("many-" + i);
            futures.add(threads.submit(() -> {
                try (Workshop other = Workshop.reusing(home, Workshop.installed(), Map.of())) {
                    return built(other, call, source, UNIQUE);
                }
            }));
        }
        Set<Digest> digests = new HashSet<>();
        for (Future<BuiltArtifact> future : futures) {
            digests.add(future.get().digest());
        }
        threads.shutdown();
        assertThat(passed()).hasSize(1);
        assertThat(digests).contains(built("last", UNIQUE).digest());
    }

    private Recipe fetching(Recipe.Command fetch) {
        List<Recipe.Command> commands = List.of(fetch, UNIQUE.build().get(0));
        return new Recipe(commands, "out", List.of("true"), Map.of(), List.of());
    }

    private Digest withTool(Path program, String version, Map<String, String> environment) {
        Recipe recipe = recipe("out", ": {node}; mkdir out; cat /proc/sys/kernel/random/uuid >out/id");
        try (Workshop other = Workshop.reusing(home, one(program, version, environment), Map.of())) {
            return built(other, call("tool-" + calls.size()), source, recipe).digest();
        }
    }

    private static Toolchain one(Path program, String version, Map<String, String> environment) {
        List<String> words = List.of(program.toString());
        return tool -> tool == Tool.NODE
                ? Optional.of(new InstalledTool(Tool.NODE, words, version, List.of(), environment))
                : Optional.empty();
    }

    private BuiltArtifact built(String name, Recipe recipe) {
        return built(shop, call(name), source, recipe);
    }

    private static BuiltArtifact built(Workshop shop, CallContext call, Digest source, Recipe recipe) {
        return shop.await(call, source, recipe).value().orElseThrow();
    }

    private CallContext call(String name) {
        return call(name, "tenant");
    }

    private CallContext call(String name, String tenant) {
        RunId run = new RunId(new ApplicationId(tenant, "app"), run(name));
        CallContext call = CallContext.of(run, Workshop.KEY + "-" + name, Instant.MAX, Clock.systemUTC());
        calls.add(call);
        return call;
    }

    private static String run(String name) {
        String letters = name.replace("-", "");
        return letters + "0".repeat(26 - letters.length());
    }

    private List<Path> passed() {
        Path folder = home.resolve("builds/passed/tenant");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
