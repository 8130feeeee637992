package io.quantumlayer.core.internal.report;

import io.quantumlayer.api.event.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays the calls of the steps out on the time of the run. */
final class TimeLine {
    private static final double NARROWEST = 0.4;

    private final List<Bar> bars = new ArrayList<>();
    private final Instant begin;
    private final Instant end;

    TimeLine(List<RunEvent> events) {
        this.begin = events.isEmpty() ? Instant.EPOCH : events.get(0).at();
        this.end =
                events.isEmpty() ? Instant.EPOCH : events.get(events.size() - 1).at();
        RunEvent started = null;
        for (RunEvent event : events) {
            switch (event.type()) {
                case STEP_STARTED -> started = event;
                case STEP_ENDED, STEP_FAILED -> {
                    if (started != null) {
                        bars.add(new Bar(started, event));
                        started = null;
                    }
                }
                case RUN_STARTED,
                        STEP_WAITING,
                        RETRY_PLANNED,
                        FALLBACK,
                        EFFECT_INTENDED,
                        EFFECT_ENDED,
                        APPROVAL_REQUESTED,
                        APPROVED,
                        CANCEL_REQUESTED,
                        RUN_ENDED -> {
                    // Between the bars.
                }
            }
        }
    }

    /**
     * One call of a step, waits included.
     *
     * @param started its first event
     * @param ended its last event
     */
    private record Bar(RunEvent started, RunEvent ended) {
        String style() {
            if (ended.type() == RunEvent.Type.STEP_FAILED) {
                return "failed";
            }
            return ended.detail("status").toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String title() {
            String attempt = started.detail("attempt");
            return started.detail("step") + (attempt.equals("1") || attempt.isEmpty() ? "" : " #" + attempt);
        }
    }

    Duration length() {
        return Duration.between(begin, end);
    }

    void write(Html html) {
        html.raw("<section><h2>Time line</h2><div class=line>");
        for (Bar bar : bars) {
            double left = share(Duration.between(begin, bar.started().at()));
            double width = Math.max(
                    NARROWEST,
                    share(Duration.between(bar.started().at(), bar.ended().at())));
            long millis = Duration.between(bar.started().at(), bar.ended().at()).toMillis();
            html.raw("<div class=row><span class=name>")
                    .text(bar.title())
                    .raw("</span><span class=track><span class=\"bar ")
                    .text(bar.style())
                    .raw(String.format(
                            Locale.ROOT, "\" style=\"left:%.2f%%;width:%.2f%%\"></span></span>", left, width))
                    .raw("<span class=ms>")
                    .text(millis + " ms")
                    .raw("</span><span class=what>")
                    .text(bar.ended().detail("message"))
                    .raw("</span></div>\n");
        }
        html.raw("</div></section>\n");
    }

    private double share(Duration part) {
        long whole = Math.max(1, length().toMillis());
        return Math.min(100, 100.0 * part.toMillis() / whole);
    }
}
