package io.quantumlayer.core.internal.analyze;

/** Reads one kind of fact out of a text; immutable, and independent of the other rules unless it says so. */
interface Rule {
    void read(Text text, Reading reading);
}
