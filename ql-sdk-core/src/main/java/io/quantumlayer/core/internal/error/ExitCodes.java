package io.quantumlayer.core.internal.error;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;

/**
 * Knows what the exit code of a local command means: what a shell reports itself, and the signals from 128 up. All
 * other codes are the command's own, and nobody knows their meaning here.
 */
public final class ExitCodes {
    private static final int TIMED_OUT = 124;
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    private ExitCodes() {}

    /**
     * Classifies an exit code.
     *
     * @param code the exit code; not 0
     * @param command what was run, named in the message
     * @return the failure with code {@code exit.CODE}
     */
    public static Failure of(int code, String command) {
        return switch (code) {
            case TIMED_OUT -> failure(ErrorType.TIMEOUT, code, command + " did not end in time");
            case NOT_EXECUTABLE ->
                failure(ErrorType.CONFIGURATION, code, command + " cannot be executed; check that it is a program");
            case NOT_FOUND ->
                failure(ErrorType.CONFIGURATION, code, command + " was not found; install it or give its full path");
            default ->
                code > SIGNALS && code <= SIGNALS + LAST_SIGNAL
                        ? signalled(code, command)
                        : failure(ErrorType.UNKNOWN, code, command + " ended with exit code " + code);
        };
    }

    private static Failure signalled(int code, String command) {
        return switch (code - SIGNALS) {
            case 1, 2, 15 -> failure(ErrorType.TIMEOUT, code, command + " was told to end before it was done");
            case 9 ->
                failure(ErrorType.RESOURCE, code, command + " was killed, as the system does when memory runs out");
            case 24 -> failure(ErrorType.RESOURCE, code, command + " used up its processor time");
            case 25 -> failure(ErrorType.RESOURCE, code, command + " wrote a file beyond the allowed size");
            case 31 -> failure(ErrorType.AUTHORIZATION, code, command + " made a system call that is forbidden to it");
            default -> failure(ErrorType.UNKNOWN, code, command + " died of signal " + (code - SIGNALS));
        };
    }

    private static Failure failure(ErrorType type, int code, String message) {
        return Failure.of(type, "exit." + code, message);
    }
}
