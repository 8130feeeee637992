package io.quantumlayer.core.internal.build;

import static io.quantumlayer.core.internal.build.Workshop.CANARY;
import static io.quantumlayer.core.internal.build.Workshop.KEY;
import static io.quantumlayer.core.internal.build.Workshop.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.process.ProcessState.Kind;
import io.quantumlayer.api.spi.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class CommandBuilderTest {
    @TempDir
    Path home;

    private Workshop shop;
    private Digest source;

    @BeforeEach
    void open() {
        shop = new Workshop(home, true);
        source = shop.source("src/main.txt", "source\n");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void commandsRunInOrderInOneCopyAndTheOutputBecomesTheArtifact() throws IOException {
        Recipe recipe = recipe(
                "out/app",
                "mkdir -p out/app && cp src/main.txt out/app/ && echo one >>src/main.txt",
                "cat src/main.txt");

        BuiltArtifact built = shop.await(source, recipe).value().orElseThrow();

        assertThat(shop.artifacts.open(built.digest()).resolve("main.txt")).hasContent("source\n");
        assertThat(shop.artifacts.open(built.log()).resolve("build.log"))
                .hasContent("$ sh -c " + recipe.build().get(0).words().get(2)
                        + "\n$ sh -c cat src/main.txt\nsource\none\n");
        assertThat(built.notes()).first().isEqualTo("2 build commands ended with exit code 0");
        assertThat(built.notes().get(1)).matches("confined by bubblewrap .*, without network|not confined: .*");
        assertThat(shop.artifacts.open(source).resolve("src/main.txt")).hasContent("source\n");
    }

    @Test
    void aSuccessIsRememberedUntilItIsDiscarded() {
        Recipe recipe = recipe("out", "mkdir out; date +%s%N >out/when");
        BuiltArtifact first = shop.await(source, recipe).value().orElseThrow();

        assertThat(shop.ask(source, recipe).value()).contains(first);
        assertThat(folder().resolve("attempt-1")).doesNotExist();
        shop.builder.discard(shop.context);
        shop.builder.discard(shop.context);
        assertThat(folder()).doesNotExist();
        assertThat(shop.await(source, recipe).value().orElseThrow().digest()).isNotEqualTo(first.digest());
    }

    @Test
    void theJavaPlaceholderIsTheGivenProgram() {
        Recipe recipe = new Recipe(
                List.of(Recipe.Command.offline("{java}", "-version")), "src", List.of("true"), Map.of(), List.of());

        assertThat(shop.await(source, recipe).kind()).isEqualTo(Effect.Kind.DONE);
    }

    @Test
    void whatOneFetchLeavesInACacheLaterCommandsReadAndCannotChange() {
        Recipe recipe = new Recipe(
                List.of(
                        Recipe.Command.fetching("sh", "-c", ": {maven}; c=${MAVEN_OPTS#*=}; echo fetched >$c/f"),
                        Recipe.Command.offline(
                                "sh",
                                "-c",
                                ": {maven}; c=${MAVEN_OPTS#*=}; mkdir out; cp $c/f out/; echo x >>$c/f; :")),
                "out",
                List.of("true"),
                Map.of(),
                List.of());
        assumeThat(shop.tools.find(Tool.MAVEN))
                .as("mvn is not installed here: apt-get install maven")
                .isPresent();

        BuiltArtifact built = shop.await(source, recipe).value().orElseThrow();

        assertThat(shop.artifacts.open(built.digest()).resolve("f")).hasContent("fetched\n");
        Path cache = home.resolve("builds/cache/tenant/maven/f");
        if (shop.launcher.sandbox().available()) {
            assertThat(cache).hasContent("fetched\n");
            assertThat(built.notes()).anyMatch(note -> note.endsWith("except for 1 fetch of dependencies"));
        } else {
            assertThat(cache).exists();
        }
    }

    @Test
    void aMissingToolIsNamed() {
        Recipe recipe = new Recipe(
                List.of(Recipe.Command.offline("{node}", "x.js")), "out", List.of("true"), Map.of(), List.of());
        try (Workshop bare = new Workshop(home, true, tool -> Optional.empty())) {
            assertThat(bare.await(source, recipe).failure().orElseThrow().message())
                    .startsWith("this machine has no node: install Node.js");
        }
    }

    @Test
    void aBuildSeesNothingOfTheHostsEnvironment() throws IOException {
        Recipe recipe = recipe("out", "mkdir out; env | sed 's/=.*//' | sort >out/env");

        BuiltArtifact built = shop.await(source, recipe).value().orElseThrow();

        assertThat(Files.readAllLines(shop.artifacts.open(built.digest()).resolve("env")))
                .contains("HOME", "LANG", "PATH", "QL_MARKER")
                .isSubsetOf("HOME", "LANG", "PATH", "QL_MARKER", "OLDPWD", "PWD", "SHLVL", "_");
    }

    @Test
    void aSourceWithoutBuildCommandsIsStoredAsItIs() {
        BuiltArtifact whole = shop.await(source, recipe(".")).value().orElseThrow();
        assertThat(whole.digest()).isEqualTo(source);
        assertThat(whole.notes()).containsExactly("nothing to build");

        shop.builder.discard(shop.context);
        BuiltArtifact part = shop.await(source, recipe("src")).value().orElseThrow();
        assertThat(shop.artifacts.open(part.digest()).resolve("main.txt")).hasContent("source\n");
    }

    @Test
    void aFailureEndsWithTheLastLinesReadableAndRedacted() {
        String script = "for i in $(seq 1 50); do echo line $i; done; printf '\\033[31mred\\033[0m\\a\\n%s\\n' "
                + CANARY + "; exit 3";

        Failure failure =
                shop.await(source, recipe("out", "true", script)).failure().orElseThrow();

        assertThat(failure.type()).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(failure.code()).isEqualTo("build.failed");
        assertThat(failure.message())
                .startsWith("build command 2 of 2 (sh -c for i in")
                .contains("ended with exit code 3:\nline 33\nline 34\n", "\nline 50\nred\n***\n")
                .doesNotContain(CANARY);
        Digest log = Digest.parse(failure.message().replaceFirst("(?s).*(sha256:[0-9a-f]+).*", "$1"));
        assertThat(shop.artifacts.open(log).resolve("build.log"))
                .content()
                .contains("line 1\n", "***")
                .doesNotContain(CANARY);
    }

    @Test
    void afterAFailureTheNextCallBeginsAnew() {
        Recipe recipe = recipe("out", "mkdir out && mkdir again && touch out/f && exit 1");
        for (int i = 0; i < 2; i++) {
            Failure failure = shop.await(source, recipe).failure().orElseThrow();
            assertThat(failure.message()).contains("exit code 1").doesNotContain("File exists");
            assertThat(folder()).doesNotExist();
        }
    }

    @Test
    void exitCodesThatTheShellOrAKillGiveKeepTheirMeaning() {
        Recipe missing = new Recipe(
                List.of(Recipe.Command.offline("no-such-tool")), "out", List.of("true"), Map.of(), List.of());

        assertThat(shop.await(source, missing).failure().orElseThrow())
                .satisfies(f -> assertThat(f.type()).isEqualTo(ErrorType.CONFIGURATION))
                .satisfies(f -> assertThat(f.code()).isEqualTo("exit.127"))
                .satisfies(f -> assertThat(f.message()).contains("no-such-tool"));
        assertThat(shop.await(source, recipe("out", "kill -KILL $$")).failure().orElseThrow())
                .satisfies(f -> assertThat(f.type()).isEqualTo(ErrorType.RESOURCE))
                .satisfies(f -> assertThat(f.code()).isEqualTo("exit.137"));
    }

    @Test
    void aBuildWhoseProcessIsGoneBeginsAgainInAFreshFolder() {
        Recipe recipe = recipe("out", "mkdir out && touch out/f; case $PWD in */attempt-1/*) exec sleep 7501 ;; esac");
        killOnce(recipe);

        assertThat(shop.await(source, recipe).kind()).isEqualTo(Effect.Kind.DONE);
    }

    @Test
    void aBuildThatKeepsDisappearingFailsAfterTheThirdTime() {
        Recipe recipe = recipe("out", "exec sleep 7511");
        IntStream.range(0, 3).forEach(i -> killOnce(recipe));

        Failure failure = shop.await(source, recipe).failure().orElseThrow();

        assertThat(failure.type()).isEqualTo(ErrorType.DEPENDENCY);
        assertThat(failure.code()).isEqualTo("build.vanished");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void anotherHostFollowsTheSameBuild() {
        Recipe recipe = recipe("out", "mkdir out; sleep 1; echo done >out/f");
        shop.ask(source, recipe);
        ProcessState before = state(1);

        try (Workshop other = new Workshop(home, true)) {
            assertThat(other.ask(source, recipe).kind()).isEqualTo(Effect.Kind.PENDING);
            assertThat(state(1).pid()).isEqualTo(before.pid());
            assertThat(other.await(source, recipe).kind()).isEqualTo(Effect.Kind.DONE);
        }
    }

    @Test
    void discardingEndsARunningBuildAndRemovesItsFolder() {
        shop.ask(source, recipe("out", "exec sleep 7521"));
        long pid = state(1).pid();
        assertThat(ProcessHandle.of(pid)).isPresent();

        shop.builder.discard(shop.context);

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void anOutputThatIsMissingEmptyOrLeadsOutIsRefused() {
        for (String script : List.of(
                "true",
                "mkdir -p out/app",
                "echo file >out",
                "mkdir -p x/app && echo f >x/app/f && ln -s x out",
                "mkdir out && ln -s /etc out/app",
                "mkdir -p out/app/sub && ln -s /etc/passwd out/app/sub/f && echo f >out/app/f")) {
            Failure failure =
                    shop.await(source, recipe("out/app", script)).failure().orElseThrow();
            assertThat(failure.code()).as(script).isIn("build.no-output", "artifact.refused");
            assertThat(folder()).doesNotExist();
        }
        assertThat(shop.await(source, recipe("../../..", "true"))
                        .failure()
                        .orElseThrow()
                        .code())
                .isEqualTo("build.no-output");
        assertThat(shop.await(source, recipe("/etc", "true"))
                        .failure()
                        .orElseThrow()
                        .code())
                .isEqualTo("build.no-output");
    }

    @Test
    void withoutAHomeABuildIsRefusedNamingTheSetting() {
        try (Workshop homeless = new Workshop(home, false)) {
            assertThat(homeless.ask(source, recipe(".")).failure().orElseThrow().toString())
                    .startsWith("configuration [build.no-home]")
                    .contains("home(path)");
        }
    }

    @Test
    void aKeyThatCannotNameAFolderIsADefect() {
        assertThatThrownBy(() -> shop.builder.discard(shop.context.withKey("../x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path folder() {
        return home.resolve("builds").resolve(KEY);
    }

    private ProcessState state(int attempt) {
        return shop.launcher.state(folder().resolve("attempt-" + attempt + "/command-0"), KEY + "-0");
    }

    /** Asks until a new attempt runs, and kills its supervisor. */
    private void killOnce(Recipe recipe) {
        int attempt = latest();
        while (state(attempt).kind() != Kind.RUNNING) {
            assertThat(shop.ask(source, recipe).kind()).isEqualTo(Effect.Kind.PENDING);
            attempt = latest();
        }
        ProcessHandle supervisor = ProcessHandle.of(state(attempt).pid()).orElseThrow();
        supervisor.destroyForcibly();
        while (state(attempt).kind() == Kind.RUNNING) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private int latest() {
        return Files.exists(folder()) ? new WorkFolder(folder()).attempt() : 1;
    }
}
