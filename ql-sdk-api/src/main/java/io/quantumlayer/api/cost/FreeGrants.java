package io.quantumlayer.api.cost;

/** Whether a bill counts what a vendor gives away each month; what a paid plan includes always counts. */
public enum FreeGrants {
    /** The whole grant is there for this application alone. */
    COUNTED,
    /** The account has used its grants up elsewhere. */
    LEFT_OUT
}
