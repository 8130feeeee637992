package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.event.EventProjection;
import io.quantumlayer.core.internal.event.EventStreams;
import io.quantumlayer.core.internal.event.Extent;
import io.quantumlayer.core.internal.ledger.Ledgers;
import io.quantumlayer.core.internal.step.RunEnd;
import io.quantumlayer.core.internal.step.StepRunner;
import io.quantumlayer.core.internal.step.Tools;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the handles share: the parts of one library instance and the readings of a run that need several of them.
 *
 * @param core engine, journal and steps
 * @param tools what the steps work with
 * @param streams the events of the runs that go on here
 * @param ids the mint
 * @param clock the source of time
 */
public record Kernel(Core core, Tools tools, EventStreams streams, Ids ids, Clock clock) {
    private static final String NO_EFFECT = "p".repeat(26);
    private static final Duration ANALYSIS_LIMIT = Duration.ofSeconds(90);

    /**
     * The parts that execute.
     *
     * @param engine the engine
     * @param journal the journal
     * @param steps the steps and their flows
     * @param ledgers the ledgers of the runs that go on here
     * @param retention prunes the journal after each run; empty if everything is kept
     */
    public record Core(
            ExecutionEngine engine,
            Journal journal,
            StepRunner steps,
            Ledgers ledgers,
            Optional<JournalRetention> retention) {}

    /** What a plan asks for, as somebody who only asks is told. */
    AppSpec analyzed(DeploymentPlan plan) {
        return tools.analysis().analyze(plan, () -> asking(plan, ANALYSIS_LIMIT));
    }

    /** The call of somebody who only asks: no effect stands behind its key. */
    CallContext asking(DeploymentPlan plan, Duration limit) {
        ApplicationId application = new ApplicationId(plan.tenant(), plan.name());
        return CallContext.of(ids.run(application), NO_EFFECT, clock.instant().plus(limit), clock);
    }

    List<RunEvent> events(RunHeader header) {
        return replay(header, new EventProjection(header.id()), Extent.ALL);
    }

    List<RunEvent> replay(RunHeader header, EventProjection projection, Extent extent) {
        List<RunEvent> events = new ArrayList<>();
        Iterator<FlowEvent> history = core.engine().history(header.id()).iterator();
        Fold<?> fold = Fold.of(core.steps().flow(header.kind()));
        for (StoredRecord stored : core.journal().read(header.id())) {
            if (stored.record().kind() == JournalRecord.Kind.CHECKPOINT) {
                if (history.hasNext() && projection.extent().flowEvents() < extent.flowEvents()) {
                    FlowEvent event = history.next();
                    events.addAll(projection.flow(event, fold.next(event)));
                }
            } else if (projection.extent().ledgerRecords() < extent.ledgerRecords()) {
                events.addAll(projection.ledger(stored.record()));
            }
        }
        return events;
    }

    DeploymentResult result(RunId run, byte[] end) {
        RunEnd ended = Json.read(end, RunEnd.class);
        List<Evidence> evidence =
                ended.steps().stream().flatMap(s -> s.evidence().stream()).toList();
        return DeploymentResult.builder(run, ended.outcome(), clock)
                .steps(ended.steps())
                .evidence(evidence)
                .leftovers(ended.leftovers())
                .url(ended.url().isEmpty() ? null : URI.create(ended.url()))
                .failure(ended.failure())
                .build();
    }

    DeploymentResult unfinished(RunId run, Outcome outcome, @Nullable Failure failure) {
        List<StepReport> none = List.of();
        return DeploymentResult.builder(run, outcome, clock)
                .steps(none)
                .failure(failure)
                .build();
    }

    /** Whether a run of an application is under way. */
    boolean isBusy(ApplicationId application) {
        return core.journal().runs(application).stream().anyMatch(header -> !header.ended());
    }

    Optional<RunHeader> latest(List<RunHeader> runs) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /**
     * Folds the events of a flow.
     *
     * @param <S> the flow's state
     */
    private static final class Fold<S> {
        private final Flow<S> flow;
        private S state;

        private Fold(Flow<S> flow) {
            this.flow = flow;
            this.state = flow.initial();
        }

        static <S> Fold<S> of(Flow<S> flow) {
            return new Fold<>(flow);
        }

        FlowCommand next(FlowEvent event) {
            Flow.Transition<S> transition = flow.next(state, event);
            state = transition.state();
            return transition.command();
        }
    }
}
