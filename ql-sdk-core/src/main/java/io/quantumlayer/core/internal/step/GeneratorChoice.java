package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.Generator;
import java.util.ArrayList;
import java.util.List;

/** Finds the first generator that can give the whole application, or says what none of them can. */
public final class GeneratorChoice {
    private final List<Generator> generators;

    /**
     * Creates a choice.
     *
     * @param generators the generators in the order to ask them
     */
    public GeneratorChoice(List<Generator> generators) {
        this.generators = List.copyOf(generators);
    }

    /**
     * Chooses.
     *
     * @param spec the application
     * @return the generator, or the failure naming what is missing; never pending
     */
    public Effect<Generator> choose(AppSpec spec) {
        List<String> reasons = new ArrayList<>();
        for (Generator generator : generators) {
            Fit fit = generator.fit(spec);
            if (fit.possible()) {
                return Effect.done(generator);
            }
            fit.reasons().forEach(r -> reasons.add(generator.id() + ": " + r));
        }
        String message = generators.isEmpty()
                ? "no generator is installed; add one, such as the artifact ql-sdk-blueprints"
                : "no generator can give all of it: " + String.join("; ", reasons);
        return Effect.failed(Failure.of(ErrorType.VALIDATION, "generate.no-generator", message));
    }
}
