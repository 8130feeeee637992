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
    /**
     * What served the application, and no journal knew, was proved to be what the plan makes; it is the release now,
     * without a restart.
     */
    ADOPTED,
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
     * @return true for {@link #DESTROYED} and for all that {@link #serves}
     */
    public boolean successful() {
        return this == DESTROYED || serves();
    }

    /**
     * Says whether a release of the application was seen to serve, as the run wanted.
     *
     * @return true for {@link #LIVE}, {@link #UNCHANGED}, {@link #ADOPTED} and {@link #ROLLED_BACK}
     */
    public boolean serves() {
        return this == LIVE || this == UNCHANGED || this == ADOPTED || this == ROLLED_BACK;
    }
}
