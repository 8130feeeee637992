package io.quantumlayer.blueprints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.generator.GeneratorFactory;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generator promises before anything starts, and what it then gives. */
final class BlueprintGeneratorTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final BlueprintGenerator generator = BlueprintGenerator.withBuiltInBlueprints();

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(GeneratorFactory.class))
                .singleElement()
                .satisfies(factory -> assertThat(factory.id()).isEqualTo("blueprints"));
    }

    @Test
    void aJavaApiFitsAndEveryFeatureIsExplained() {
        Fit fit = generator.fit(todo().feature("authentication", stated(true)).build());

        assertThat(fit.possible()).isTrue();
        assertThat(fit.reasons()).hasSize(2);
        assertThat(fit.reasons().get(0)).isEqualTo("java-rest gives a Java service that keeps todos at /api/todos");
        assertThat(fit.reasons().get(1)).startsWith("authentication: bearer tokens");
    }

    @Test
    void everythingItCannotGiveIsNamedAtOnce() {
        AppSpec spec = AppSpec.ofKind(Trait.stated(AppKind.API, "API"))
                .language(Trait.stated("java", "Java"))
                .framework(Trait.stated("quarkus", "Quarkus"))
                .feature("realtime", stated(true))
                .feature("payments", stated(true))
                .feature("authentication", stated(true))
                .build();

        assertThat(generator.fit(spec))
                .isEqualTo(Fit.refused(List.of(
                        "java-rest cannot give the framework 'quarkus'",
                        "java-rest cannot give the feature 'realtime'",
                        "java-rest cannot give the feature 'payments'",
                        "spring-rest cannot give the framework 'quarkus'",
                        "spring-rest cannot give the feature 'realtime'",
                        "spring-rest cannot give the feature 'payments'")));
    }

    @Test
    void springIsGivenToWhoAsksForIt() {
        AppSpec spec = todo().framework(Trait.stated("spring", "Spring Boot")).build();

        assertThat(generator.fit(spec).reasons().get(0))
                .isEqualTo("spring-rest gives a Spring Boot service that keeps todos at /api/todos");
    }

    @Test
    void aFeatureThatWasRuledOutIsNoObstacle() {
        AppSpec spec = todo().feature("payments", stated(false))
                .feature("authentication", stated(false))
                .build();

        assertThat(generator.fit(spec).possible()).isTrue();
        assertThat(generate(spec, "todo").recipe().secrets()).isEmpty();
    }

    @Test
    void generatingWhatDoesNotFitFailsWithTheReasons() {
        Failure failure = failure(todo().feature("payments", stated(true)).build(), "todo");

        assertThat(failure.type()).isEqualTo(ErrorType.VALIDATION);
        assertThat(failure.code()).isEqualTo("generator.blueprints.no-fit");
        assertThat(failure.message()).contains("'payments'");
        assertThat(failure.retryable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Todo", "../todo", "a b", "todo\"", "-", "{{x}}"})
    void aNameThatIsNoLabelIsRefused(String name) {
        assertThat(failure(todo().build(), name).code()).isEqualTo("generator.blueprints.name");
    }

    @Test
    void theRecipeSaysHowToBuildRunAndProbe() {
        Recipe recipe = generate(todo().feature("authentication", stated(true)).build(), "todo")
                .recipe();

        assertThat(recipe.build()).singleElement().satisfies(command -> {
            assertThat(command.fetches()).isFalse();
            assertThat(command.words()).startsWith("{java}").endsWith("Build.java");
        });
        assertThat(recipe.output()).isEqualTo("build");
        assertThat(recipe.run()).startsWith("{java}").endsWith("-jar", "app.jar");
        assertThat(recipe.secrets()).containsOnlyKeys("AUTH_SIGNING_KEY");
        assertThat(recipe.probes().get(0)).isEqualTo(new Probe("/health", 200, "", Purpose.HEALTH));
        assertThat(recipe.probes().subList(1, 3)).allSatisfy(probe -> {
            assertThat(probe.path()).isEqualTo("/api/todos");
            assertThat(probe.status()).isEqualTo(401);
            assertThat(probe.proves()).isEqualTo(Purpose.AUTHENTICATION);
        });
    }

    @Test
    void equalInputGivesEqualBytesFromAnotherInstance() {
        AppSpec spec = todo().feature("authentication", stated(true)).build();
        FileTree one = generate(spec, "todo").files();
        FileTree other = BlueprintGenerator.withBuiltInBlueprints()
                .generate(context(), spec, "todo")
                .value()
                .orElseThrow()
                .files();

        assertThat(other.paths()).isEqualTo(one.paths()).hasSizeGreaterThan(30);
        assertThat(one.paths())
                .allSatisfy(path -> assertThat(other.content(path)).isEqualTo(one.content(path)));
    }

    @Test
    void withoutAnEntityItKeepsItems() {
        AppSpec spec = AppSpec.ofKind(Trait.stated(AppKind.API, "API")).build();

        assertThat(generate(spec, "x").files().paths())
                .contains("src/main/java/app/x/domain/ItemStore.java", "Build.java", "README.md", "Dockerfile");
    }

    @Test
    void wordsOfTheSentenceNeverReachTheSource() {
        AppSpec spec =
                todo().entity(Trait.stated("x\"; Runtime.halt(1); //", "x")).build();
        FileTree files = generate(spec, "todo").files();

        assertThat(files.paths())
                .allSatisfy(path -> assertThat(new String(files.content(path), StandardCharsets.UTF_8))
                        .doesNotContain("Runtime.halt(1); //"));
    }

    private GeneratedSource generate(AppSpec spec, String name) {
        return generator.generate(context(), spec, name).value().orElseThrow();
    }

    private Failure failure(AppSpec spec, String name) {
        Effect<GeneratedSource> effect = generator.generate(context(), spec, name);
        assertThat(effect.kind()).isEqualTo(Effect.Kind.FAILED);
        return effect.failure().orElseThrow();
    }

    private static AppSpecBuilder todo() {
        return AppSpec.ofKind(Trait.stated(AppKind.API, "REST service"))
                .language(Trait.stated("java", "Java"))
                .entity(Trait.stated("todo", "todo list"));
    }

    private static Trait<Boolean> stated(boolean wanted) {
        return Trait.stated(wanted, "words");
    }

    private static CallContext context() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        RunId run = new RunId(new ApplicationId("default", "todo"), "r".repeat(26));
        return CallContext.of(run, "a".repeat(26), NOW.plusSeconds(60), clock);
    }
}
