package io.quantumlayer.core.internal.process;

/** What to do about a sandbox. */
public enum SandboxMode {
    /** Refuse to start anything without a sandbox. */
    REQUIRED,
    /** Confine where this machine can, and say so where it cannot. */
    PREFERRED,
    /** Confine nothing. */
    OFF
}
