package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.run.Outcome;

/** The exit codes of every command. */
final class ExitCode {
    /** Done and proved. */
    static final int DONE = 0;
    /** It was looked at, and refused with its reasons. */
    static final int REFUSED = 1;
    /** The input was refused; nothing was touched. */
    static final int BAD_INPUT = 2;
    /** It failed, and nothing of it is left. */
    static final int FAILED = 3;
    /** It failed, and something of it is left; each piece is named. */
    static final int LEFTOVERS = 4;

    private ExitCode() {}

    static int of(Outcome outcome) {
        return switch (outcome) {
            case LIVE, UNCHANGED, ADOPTED, ROLLED_BACK, DESTROYED -> DONE;
            case FAILED_LEFTOVERS, RUNNING, SUSPENDED -> LEFTOVERS;
            case FAILED, CANCELLED, UNKNOWN -> FAILED;
        };
    }
}
