package io.quantumlayer.api.cost;

/** The processor family that an application is built for. */
public enum Architecture {
    /** 64-bit x86. */
    X86,
    /** 64-bit Arm. */
    ARM
}
