package io.quantumlayer.api.plan;

/** How sensitive the data is that an application holds, the least sensitive first. */
public enum DataClass {
    /** Anyone may read it. */
    PUBLIC,
    /** For the organisation only. */
    INTERNAL,
    /** For those who need it; harm if it leaks. */
    CONFIDENTIAL,
    /** Regulated or secret; grave harm if it leaks. */
    RESTRICTED
}
