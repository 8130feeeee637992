package io.quantumlayer.api.spi.retention;

/** Why a manifest stays. */
public enum KeepReason {
    /** It runs or may run again, or holds what does. */
    IN_USE,
    /** It is among the newest. */
    NEWEST,
    /** It is not old enough. */
    YOUNG,
    /** It does not say how old it is, or says what cannot be. */
    UNKNOWN_AGE,
    /** What stays holds it, is described by it or refers to it. */
    REFERRED,
    /** It came, or something came to point to it, after the plan was made. */
    CHANGED
}
