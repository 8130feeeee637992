package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.flow.FlowStep;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Binds a step to its place in a flow and to what it takes from the data.
 *
 * @param place its place in the flow
 * @param input what it takes from the data
 * @param step the step
 * @param <I> what it needs
 * @param <O> what it gives
 */
record StepBinding<I, O>(FlowStep place, Function<StepData, I> input, Step<I, O> step) {
    /** Says whose outputs the input is taken from. */
    StepBinding<I, O> reading(StepName... steps) {
        return reading(Stream.of(steps).map(StepName::id).toArray(String[]::new));
    }

    StepBinding<I, O> reading(String... steps) {
        return new StepBinding<>(place.reading(List.of(steps)), input, step);
    }

    Effect<byte[]> run(StepScope scope, StepData data) {
        return step.run(scope, input.apply(data))
                .fold(done -> Effect.done(written(data, done)), Effect::pending, Effect::failed);
    }

    private byte[] written(StepData data, Finished<O> done) {
        byte[] output = Json.write(done);
        data.gave(place.id(), output, done.value());
        return output;
    }
}
