package io.quantumlayer.api.spi.journal;

/** What a committed record survives. */
public enum Durability {
    /** The end of nothing: it is gone with the process. */
    NONE,
    /** The death of the process, not that of the machine. */
    PROCESS_DEATH,
    /** The loss of power: every commit is flushed to the disk. */
    POWER_LOSS
}
