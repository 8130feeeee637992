package io.quantumlayer.monitoring.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.run.RunId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells runs as spans of the global OpenTelemetry: one a run, below it one a call of a step, with the times of the
 * journal. Thread-safe. A run that goes on after a restart is told again as a whole, as a trace of its own.
 *
 * <p>A span of a run has the attributes {@code quantumlayer.run}, {@code quantumlayer.application} and, at its end,
 * {@code quantumlayer.outcome}; that of a step {@code quantumlayer.step} and {@code quantumlayer.status}. A step that
 * failed has the status error with the redacted message.
 */
public final class RunTraces implements RunListener {
    private final Tracer tracer;
    private final Map<RunId, Spans> running = new ConcurrentHashMap<>();

    /** Creates a listener that tells what it hears from now on. */
    public RunTraces() {
        this(GlobalOpenTelemetry.get());
    }

    RunTraces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.quantumlayer");
    }

    /** The open spans of one run, whose events come one at a time. */
    private static final class Spans {
        private final Span run;
        private @Nullable Span step;

        Spans(Span run) {
            this.run = run;
        }
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event.type() == RunEvent.Type.RUN_STARTED) {
            running.put(event.run(), started(event));
            return;
        }
        Spans spans = running.get(event.run());
        if (spans == null) {
            return;
        }
        switch (event.type()) {
            case STEP_STARTED -> begin(spans, event);
            case STEP_ENDED, STEP_FAILED -> end(spans, event);
            case RUN_ENDED -> {
                end(spans, event);
                spans.run.setAttribute("quantumlayer.outcome", event.detail("outcome"));
                spans.run.end(event.at());
                running.remove(event.run());
            }
            case RETRY_PLANNED, FALLBACK, APPROVAL_REQUESTED, APPROVED, CANCEL_REQUESTED ->
                spans.run.addEvent(event.type().name(), event.at());
            case RUN_STARTED, STEP_WAITING, EFFECT_INTENDED, EFFECT_ENDED -> {
                // Part of the step's span.
            }
        }
    }

    private Spans started(RunEvent event) {
        Span run = tracer.spanBuilder("run")
                .setNoParent()
                .setStartTimestamp(event.at())
                .setAttribute("quantumlayer.run", event.run().value())
                .setAttribute(
                        "quantumlayer.application", event.run().application().toString())
                .startSpan();
        return new Spans(run);
    }

    private void begin(Spans spans, RunEvent event) {
        end(spans, event);
        spans.step = tracer.spanBuilder(event.detail("step"))
                .setParent(Context.root().with(spans.run))
                .setStartTimestamp(event.at())
                .setAttribute("quantumlayer.step", event.detail("step"))
                .startSpan();
    }

    private static void end(Spans spans, RunEvent event) {
        Span step = spans.step;
        if (step == null) {
            return;
        }
        if (event.type() == RunEvent.Type.STEP_FAILED) {
            step.setStatus(StatusCode.ERROR, event.detail("message"));
        }
        step.setAttribute("quantumlayer.status", event.detail("status"));
        step.end(event.at());
        spans.step = null;
    }
}
