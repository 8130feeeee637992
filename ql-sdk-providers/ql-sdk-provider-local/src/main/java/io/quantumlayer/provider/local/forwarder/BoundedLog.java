package io.quantumlayer.provider.local.forwarder;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes what an operator needs to know, and never more than {@value #LIFE_LIMIT} lines, so no log fills a disk. */
final class BoundedLog {

    private static final int MINUTE_LIMIT = 20;
    private static final int LIFE_LIMIT = 10_000;
    private static final int LINE_LIMIT = 300;

    private final Clock clock;
    private final PrintStream out;
    private Instant minute = Instant.EPOCH;
    private int inMinute;
    private int inLife;

    BoundedLog(PrintStream out, Clock clock) {
        this.clock = clock;
        this.out = out;
    }

    synchronized void line(String text) {
        Instant now = clock.instant();
        Instant thisMinute = now.truncatedTo(ChronoUnit.MINUTES);
        if (!thisMinute.equals(minute)) {
            minute = thisMinute;
            inMinute = 0;
        }
        inMinute++;
        inLife++;
        if (inLife > LIFE_LIMIT || inMinute > MINUTE_LIMIT) {
            return;
        }
        String last = inMinute == MINUTE_LIMIT || inLife == LIFE_LIMIT ? " (further lines suppressed)" : "";
        String shown = text.length() <= LINE_LIMIT ? text : text.substring(0, LINE_LIMIT);
        // A closed or full log only sets the stream's error flag: it cannot hurt the traffic.
        out.println(now.truncatedTo(ChronoUnit.MILLIS) + " forwarder " + shown.replaceAll("\\p{Cntrl}", "?") + last);
    }
}
