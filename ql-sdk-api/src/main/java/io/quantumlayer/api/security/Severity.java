package io.quantumlayer.api.security;

/** How bad a finding is, from least to most. */
public enum Severity {
    /** Worth knowing, no risk by itself. */
    INFO,
    /** A weakness that needs another one to matter. */
    LOW,
    /** A weakness that should be mended soon. */
    MEDIUM,
    /** A weakness that must be mended before deployment. */
    HIGH,
    /** A weakness that is dangerous as it stands. */
    CRITICAL;

    /**
     * Says whether this severity is the other one or worse.
     *
     * @param other the threshold
     * @return whether this is at least as severe
     */
    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
