package io.quantumlayer.core;

import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.core.internal.journal.MemoryJournal;

/** The journal that comes with core. */
public final class Journals {
    private Journals() {}

    /**
     * Creates a journal in memory, of durability NONE. It may serve several instances, one after the other.
     *
     * @return a new, empty journal
     */
    public static Journal inMemory() {
        return new MemoryJournal();
    }
}
