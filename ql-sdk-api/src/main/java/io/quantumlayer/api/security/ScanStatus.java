package io.quantumlayer.api.security;

/** How far a scanner came with a source. */
public enum ScanStatus {
    /** It ran to its end. */
    COMPLETED,
    /** It did not run to its end, or its answer cannot be trusted: nothing is proved. */
    FAILED,
    /** The source holds nothing of what it judges. */
    NOT_APPLICABLE,
    /** It is installed, and what it needs was never set. */
    NOT_ENABLED
}
