package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.generator.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Generates from the first blueprint that gives all that is asked for, or says what those that come closest lack. */
public final class BlueprintGenerator implements Generator {
    /** The id by which plans and reports name this generator. */
    public static final String ID = "blueprints";

    private final List<Blueprint> blueprints;

    BlueprintGenerator(List<Blueprint> blueprints) {
        this.blueprints = List.copyOf(blueprints);
    }

    /**
     * Creates a generator with every blueprint of this artifact.
     *
     * @return the generator, safe for use by many threads
     */
    public static BlueprintGenerator withBuiltInBlueprints() {
        return new BlueprintGenerator(List.of(
                new JavaRestBlueprint(),
                new PythonRestBlueprint(),
                new PythonDjangoBlueprint(),
                new StaticSiteBlueprint(),
                new SpringRestBlueprint(),
                new ReactSiteBlueprint()));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Fit fit(AppSpec spec) {
        List<Fit> refusals = new ArrayList<>();
        for (Blueprint blueprint : blueprints) {
            Fit fit = blueprint.fit(spec);
            if (fit.possible()) {
                return fit;
            }
            refusals.add(fit);
        }
        int fewest =
                refusals.stream().mapToInt(fit -> fit.reasons().size()).min().orElse(0);
        return Fit.refused(refusals.stream()
                .filter(fit -> fit.reasons().size() == fewest)
                .flatMap(fit -> fit.reasons().stream())
                .toList());
    }

    @Override
    public Effect<GeneratedSource> generate(CallContext context, AppSpec spec, String name) {
        Objects.requireNonNull(context, "context");
        Optional<Blueprint> fitting = blueprints.stream()
                .filter(blueprint -> blueprint.fit(spec).possible())
                .findFirst();
        if (fitting.isEmpty()) {
            String reasons = String.join("; ", fit(spec).reasons());
            return Effect.failed(Failure.of(ErrorType.VALIDATION, "generator.blueprints.no-fit", reasons));
        }
        return generate(fitting.get(), spec, name);
    }

    private static Effect<GeneratedSource> generate(Blueprint blueprint, AppSpec spec, String name) {
        try {
            return Effect.done(blueprint.generate(spec, name));
        } catch (IllegalArgumentException refused) {
            String reason = Objects.requireNonNullElse(refused.getMessage(), "a name is not acceptable");
            return Effect.failed(Failure.of(ErrorType.VALIDATION, "generator.blueprints.name", reason));
        }
    }
}
