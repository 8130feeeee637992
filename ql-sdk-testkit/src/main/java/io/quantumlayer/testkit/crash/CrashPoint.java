package io.quantumlayer.testkit.crash;

import java.util.Locale;

/**
 * When an instance is killed.
 *
 * @param moment at what
 * @param number which of these, counted from 1 since the instance was built
 */
public record CrashPoint(Moment moment, int number) {
    /** At what an instance is killed. */
    public enum Moment {
        /** At a commit of the journal, before anything is written. */
        BEFORE_COMMIT,
        /** At a commit of the journal, after it is durable and before anyone knows. */
        AFTER_COMMIT,
        /** Inside a call that changes the outside: the effect is done, the answer is lost. */
        INSIDE_CALL,
        /** Not at all. */
        NEVER
    }

    /**
     * Kills before a commit.
     *
     * @param number which one, from 1
     * @return the crash point
     */
    public static CrashPoint beforeCommit(int number) {
        return new CrashPoint(Moment.BEFORE_COMMIT, number);
    }

    /**
     * Kills after a commit.
     *
     * @param number which one, from 1
     * @return the crash point
     */
    public static CrashPoint afterCommit(int number) {
        return new CrashPoint(Moment.AFTER_COMMIT, number);
    }

    /**
     * Kills inside an outside call.
     *
     * @param number which one, from 1
     * @return the crash point
     */
    public static CrashPoint insideCall(int number) {
        return new CrashPoint(Moment.INSIDE_CALL, number);
    }

    /**
     * Lets an instance live and counts its commits and calls.
     *
     * @return no crash point
     */
    public static CrashPoint never() {
        return new CrashPoint(Moment.NEVER, 0);
    }

    @Override
    public String toString() {
        return moment.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + number;
    }
}
