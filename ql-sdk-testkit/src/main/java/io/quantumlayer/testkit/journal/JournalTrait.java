package io.quantumlayer.testkit.journal;

/** What a journal may claim beyond the contract; each claim is put to the test, what is not claimed is skipped. */
public enum JournalTrait {
    /** What was committed is there when the journal is opened again. */
    REOPENS,
    /** Several journals that are open over one store at the same time behave as one. */
    SHARED,
    /** An owner whose process is gone is dead at once, not only when its lease expires. */
    SEES_PROCESSES
}
