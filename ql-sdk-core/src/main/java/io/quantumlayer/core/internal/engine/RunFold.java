package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The state of one run: its flow folded over its events so far. Not thread-safe. */
final class RunFold<S> {
    private final Flow<S> flow;
    private S state;
    private Instant last = Instant.EPOCH;

    RunFold(Flow<S> flow) {
        this.flow = flow;
        this.state = flow.initial();
    }

    FlowCommand next(FlowEvent event) {
        Flow.Transition<S> transition = flow.next(state, event);
        state = transition.state();
        last = event.at();
        return transition.command();
    }

    /** Folds a whole history of at least one event, and returns what the last one asked for. */
    FlowCommand replay(List<FlowEvent> history) {
        int end = history.size() - 1;
        history.subList(0, end).forEach(this::next);
        return next(history.get(end));
    }

    /** Returns the time of an event that happens now: whole milliseconds, as journals keep them, never backwards. */
    Instant time(Instant now) {
        Instant whole = now.truncatedTo(ChronoUnit.MILLIS);
        return whole.isBefore(last) ? last : whole;
    }

    /** Returns the time of an event that was due at a time and happens now; a flow never sees it early. */
    Instant timeFrom(Instant due, Instant now) {
        Instant whole = due.truncatedTo(ChronoUnit.MILLIS);
        Instant earliest = whole.isBefore(due) ? whole.plusMillis(1) : whole;
        Instant time = time(now);
        return time.isBefore(earliest) ? earliest : time;
    }
}
