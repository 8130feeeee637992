package io.quantumlayer.core.internal.event;

import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.flow.Script;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.step.Approval;
import io.quantumlayer.core.internal.step.RunEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Projects the records of one run to events. Fed with the same records in the same order it gives equal events, so that
 * a replay equals what was seen live. Not thread-safe.
 */
public final class EventProjection {
    private final RunId run;
    private long next;
    private String running = "";
    private String waiting = "";
    private int flowEvents;
    private int ledgerRecords;

    /**
     * Creates a projection before the first record.
     *
     * @param run the run
     */
    public EventProjection(RunId run) {
        this.run = run;
    }

    /**
     * Takes an event of the flow and what the flow made of it.
     *
     * @param event what happened
     * @param command what was decided
     * @return the events of it, in order
     */
    public List<RunEvent> flow(FlowEvent event, FlowCommand command) {
        flowEvents++;
        List<RunEvent> events = new ArrayList<>();
        happened(event, events);
        decided(event, command, events);
        return events;
    }

    /**
     * Takes a record of the effect ledger.
     *
     * @param record the record
     * @return the events of it, in order
     */
    public List<RunEvent> ledger(JournalRecord record) {
        ledgerRecords++;
        List<RunEvent> events = new ArrayList<>();
        switch (record.kind()) {
            case INTENT -> {
                Intent intent = Json.read(record.json(), Intent.class);
                add(events, record.at(), RunEvent.Type.EFFECT_INTENDED, intended(intent));
            }
            case OUTCOME -> {
                Result result = Json.read(record.json(), Result.class);
                if (result.state() != Result.State.PENDING) {
                    add(events, record.at(), RunEvent.Type.EFFECT_ENDED, ended(result));
                }
            }
            case CHECKPOINT, RELEASE -> {
                // Checkpoints come as flow events, and a release is told by the end of its run.
            }
        }
        return events;
    }

    /**
     * Returns how much it has taken.
     *
     * @return the extent of the records so far
     */
    public Extent extent() {
        return new Extent(flowEvents, ledgerRecords);
    }

    private void happened(FlowEvent event, List<RunEvent> events) {
        switch (event.kind()) {
            case STARTED -> add(events, event.at(), RunEvent.Type.RUN_STARTED, Map.of());
            case DONE -> add(events, event.at(), RunEvent.Type.STEP_ENDED, done(event));
            case PENDING -> {
                if (!event.checkAfter().isZero() && !waiting.equals(event.step())) {
                    waiting = event.step();
                    add(events, event.at(), RunEvent.Type.STEP_WAITING, Map.of("step", event.step()));
                }
            }
            case FAILED -> add(events, event.at(), RunEvent.Type.STEP_FAILED, failed(event));
            case SIGNAL -> {
                if (event.step().equals(Script.APPROVE)) {
                    String by = Json.read(event.data(), Approval.class).by();
                    add(events, event.at(), RunEvent.Type.APPROVED, Map.of("by", by));
                } else {
                    add(events, event.at(), RunEvent.Type.CANCEL_REQUESTED, Map.of("signal", event.step()));
                }
            }
            case TIMER -> {
                // The step that starts now says it.
            }
        }
    }

    private void decided(FlowEvent event, FlowCommand command, List<RunEvent> events) {
        switch (command.kind()) {
            case RUN -> {
                String call = command.step() + '#' + command.attempt();
                if (!call.equals(running) || event.kind() == FlowEvent.Kind.FAILED) {
                    running = call;
                    waiting = "";
                    add(events, event.at(), RunEvent.Type.STEP_STARTED, started(command));
                }
            }
            case WAIT -> {
                if (event.kind() == FlowEvent.Kind.FAILED) {
                    add(events, event.at(), RunEvent.Type.RETRY_PLANNED, waits(event.step(), command));
                } else if (event.kind() == FlowEvent.Kind.DONE) {
                    // After an end a run waits for nothing but an approval.
                    add(events, event.at(), RunEvent.Type.APPROVAL_REQUESTED, waits(Script.APPROVE, command));
                }
            }
            case END -> {
                RunEnd end = Json.read(command.data(), RunEnd.class);
                Map<String, String> details = new LinkedHashMap<>();
                details.put("outcome", end.outcome().name());
                details.put(
                        "message",
                        end.failure() == null ? end.url() : end.failure().toString());
                add(events, event.at(), RunEvent.Type.RUN_ENDED, details);
            }
        }
    }

    private static Map<String, String> waits(String step, FlowCommand command) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("step", step);
        command.until().ifPresent(until -> details.put("until", until.toString()));
        return details;
    }

    private static Map<String, String> started(FlowCommand command) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("step", command.step());
        details.put("attempt", Integer.toString(command.attempt()));
        return details;
    }

    private static Map<String, String> done(FlowEvent event) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("step", event.step());
        if (!event.step().equals(Script.CLEAN_UP) && !event.step().equals(Script.REPAIR)) {
            StepReport report = Json.read(event.data(), Reported.class).report();
            details.put("status", report.status().name());
            details.put("message", report.summary());
            if (!report.warnings().isEmpty()) {
                details.put("warning", String.join("; ", report.warnings()));
            }
        }
        return details;
    }

    private static Map<String, String> failed(FlowEvent event) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("step", event.step());
        event.failure().ifPresent(f -> {
            details.put("error", f.type().id());
            details.put("message", f.toString());
        });
        return details;
    }

    private static Map<String, String> intended(Intent intent) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("action", intent.action().name());
        details.put("operation", intent.operation().id());
        details.put("resource", intent.operation().resource());
        details.put("key", intent.key());
        return details;
    }

    private static Map<String, String> ended(Result result) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("action", result.action().name());
        details.put("state", result.state().name());
        details.put("key", result.key());
        details.put("message", result.detail());
        return details;
    }

    private void add(List<RunEvent> events, Instant at, RunEvent.Type type, Map<String, String> details) {
        events.add(new RunEvent(run, next, at, type, details));
        next++;
    }

    /**
     * The part of a step's output that events tell.
     *
     * @param report the report
     */
    private record Reported(StepReport report) {}
}
