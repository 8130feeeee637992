package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.RunId;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Mints the ids of runs and releases: once, from an injected clock and source of randomness. Thread-safe. */
public final class Ids {
    private static final int TIME = 9;
    private static final int RUN = 26;
    private static final int RELEASE = 12;
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final Clock clock;
    private final RandomGenerator random;

    /**
     * Creates a mint.
     *
     * @param clock the source of time
     * @param random the source of randomness
     */
    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Mints the id of a run: nine digits of time, then randomness, so that ids sort by age.
     *
     * @param application the application
     * @return the id
     */
    public RunId run(ApplicationId application) {
        String time = Long.toString(clock.millis(), DIGITS.length());
        String head = "0".repeat(Math.max(0, TIME - time.length())) + time;
        return new RunId(application, head + digits(RUN - head.length()));
    }

    /**
     * Mints the id of a release.
     *
     * @return the id
     */
    public ReleaseId release() {
        return new ReleaseId("r" + digits(RELEASE));
    }

    private synchronized String digits(int count) {
        StringBuilder out = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            out.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return out.toString();
    }
}
