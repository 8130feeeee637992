package io.quantumlayer.api.spi;

/**
 * Says whether the caller has asked for the end of a call. Thread-safe. A call that blocks is also interrupted.
 */
@FunctionalInterface
public interface Cancellation {
    /**
     * Says whether the end was asked for; once true it stays true.
     *
     * @return whether to stop as soon as it is safe
     */
    boolean requested();

    /**
     * Returns a cancellation that is never requested.
     *
     * @return the cancellation
     */
    static Cancellation none() {
        return () -> false;
    }
}
