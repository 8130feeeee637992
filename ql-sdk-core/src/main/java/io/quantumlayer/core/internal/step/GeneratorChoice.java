package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.generator.Fit;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.process.Toolchain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the first generator that can give the whole application, or says what none of them can. */
public final class GeneratorChoice {
    private final List<Generator> generators;
    private final Toolchain tools;

    /**
     * Creates a choice.
     *
     * @param generators the generators in the order to ask them
     * @param tools the tools of this machine
     */
    public GeneratorChoice(List<Generator> generators, Toolchain tools) {
        this.generators = List.copyOf(generators);
        this.tools = tools;
    }

    /**
     * Chooses.
     *
     * @param spec the application
     * @param bound the backing services that exist already
     * @return the generator, or the failure naming what it cannot give or which tool is not installed; never pending
     */
    public Effect<Generator> choose(AppSpec spec, Set<BackingService> bound) {
        List<String> reasons = new ArrayList<>();
        List<Failure> missing = new ArrayList<>();
        for (Generator generator : generators) {
            Fit fit = binding(generator.fit(spec), bound);
            Optional<Failure> tool = fit.possible() ? tools.missing(fit.needs()) : Optional.empty();
            if (fit.possible() && tool.isEmpty()) {
                return Effect.done(generator);
            }
            tool.ifPresent(missing::add);
            fit.reasons().forEach(r -> reasons.add(generator.id() + ": " + r));
        }
        if (!missing.isEmpty()) {
            return Effect.failed(missing.get(0));
        }
        String message = generators.isEmpty()
                ? "no generator is installed; add one, such as the artifact ql-sdk-blueprints"
                : "no generator can give all of it: " + String.join("; ", reasons);
        return Effect.failed(Failure.of(ErrorType.VALIDATION, "generate.no-generator", message));
    }

    private static Fit binding(Fit fit, Set<BackingService> bound) {
        List<String> files = bound.stream()
                .filter(service -> !fit.bindings().containsKey(service))
                .map(service -> "it keeps its " + service.id() + " in a file and cannot be bound to another one")
                .toList();
        return fit.possible() && !files.isEmpty() ? Fit.refused(files) : fit;
    }
}
