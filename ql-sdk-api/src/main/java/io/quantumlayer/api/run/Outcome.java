package io.quantumlayer.api.run;

/** How a run stands; never more than its evidence proves. */
public enum Outcome {
    /** The run has not ended. */
    RUNNING,
    /** The host closed the library before the run ended; it can be resumed. */
    SUSPENDED,
    /** The release receives the traffic and a fresh probe of its URL passed. */
    LIVE,
    /** Nothing had to change: the same plan and artifact are live, seen just now. */
    UNCHANGED,
    /** The previous release receives the traffic again and a fresh probe passed. */
    ROLLED_BACK,
    /** Everything was removed and its absence observed. */
    DESTROYED,
    /** The run failed, and everything it made was removed and seen absent. */
    FAILED,
    /** The run failed, and something it made could not be shown to be gone; each is named. */
    FAILED_LEFTOVERS,
    /** The caller cancelled, and everything the run made was removed and seen absent. */
    CANCELLED,
    /** What was proved has expired, or was never proved. */
    UNKNOWN;

    /**
     * Says whether the run has ended for good.
     *
     * @return false for {@link #RUNNING} and {@link #SUSPENDED}
     */
    public boolean ended() {
        return this != RUNNING && this != SUSPENDED;
    }

    /**
     * Says whether the caller got what was asked for.
     *
     * @return true for {@link #LIVE}, {@link #UNCHANGED}, {@link #ROLLED_BACK} and {@link #DESTROYED}
     */
    public boolean successful() {
        return this == LIVE || this == UNCHANGED || this == ROLLED_BACK || this == DESTROYED;
    }
}
