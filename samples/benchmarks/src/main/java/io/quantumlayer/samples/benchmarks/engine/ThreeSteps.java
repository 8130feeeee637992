package io.quantumlayer.samples.benchmarks.engine;

import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.time.Duration;

/** One step after the other, three times. */
final class ThreeSteps implements Flow<Integer> {
    private static final int STEPS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public Transition<Integer> next(Integer done, FlowEvent event) {
        int next = event.kind() == FlowEvent.Kind.STARTED ? 0 : done + 1;
        FlowCommand command = next == STEPS
                ? FlowCommand.end(event.data())
                : FlowCommand.run("step-" + next, 1, event.data(), TIMEOUT);
        return new Transition<>(next, command);
    }
}
