package io.quantumlayer.api.plan;

/** How much the security controls ask for; a higher level never asks for less than a lower one. */
public enum SecurityLevel {
    /** The gate and the controls that no plan can leave out. */
    BASIC,
    /** The level of a plan that names none. */
    STANDARD,
    /** All controls, and findings that a lower level only shows are refused. */
    STRICT
}
