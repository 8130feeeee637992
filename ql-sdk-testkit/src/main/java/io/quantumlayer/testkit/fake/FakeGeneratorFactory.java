package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.generator.GeneratorFactory;
import io.quantumlayer.api.spi.generator.Recipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Creates a generator that can give any application: a text that says what was asked for. Immutable. */
public final class FakeGeneratorFactory implements GeneratorFactory {
    private final String id;
    private final Fit fit;
    private final boolean prebuilt;

    private FakeGeneratorFactory(String id, Fit fit, boolean prebuilt) {
        this.id = Objects.requireNonNull(id, "id");
        this.fit = fit;
        this.prebuilt = prebuilt;
    }

    /**
     * Creates a factory.
     *
     * @param id the generator's id
     * @return the factory
     */
    public static FakeGeneratorFactory of(String id) {
        return new FakeGeneratorFactory(
                id,
                new Fit(
                        true,
                        List.of("a text that says what was asked for"),
                        List.of(),
                        Map.of(BackingService.DATABASE, List.of("postgresql", "sqlite"))),
                false);
    }

    /**
     * Makes it refuse every application.
     *
     * @param reason what it cannot give
     * @return a copy
     */
    public FakeGeneratorFactory refusing(String reason) {
        return new FakeGeneratorFactory(id, Fit.refused(List.of(reason)), prebuilt);
    }

    /**
     * Makes it give every application the same source, whatever was asked for.
     *
     * @return a copy
     */
    public FakeGeneratorFactory prebuilt() {
        return new FakeGeneratorFactory(id, fit, true);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Generator create(ExtensionContext context) {
        return new FakeGenerator(id, fit, prebuilt);
    }

    /** Writes the application down. */
    private record FakeGenerator(String id, Fit verdict, boolean prebuilt) implements Generator {
        @Override
        public Fit fit(AppSpec spec) {
            return verdict;
        }

        @Override
        public Effect<GeneratedSource> generate(CallContext context, AppSpec spec, String name) {
            byte[] text = (prebuilt ? "prebuilt\n" : name + " " + spec + "\n").getBytes(StandardCharsets.UTF_8);
            FileTree files = FileTree.of(Map.of("application.txt", text), Set.of());
            return Effect.done(new GeneratedSource("fake " + id, files, recipe()));
        }

        private static Recipe recipe() {
            return new Recipe(
                    List.of(),
                    ".",
                    List.of("application"),
                    Map.of(),
                    List.of(
                            new Recipe.Probe("/health", 200, "", Recipe.Purpose.HEALTH),
                            new Recipe.Probe(FakeProber.SECURED, 401, "wrong", Recipe.Purpose.AUTHENTICATION)));
        }
    }
}
