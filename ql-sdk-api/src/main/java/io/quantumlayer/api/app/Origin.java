package io.quantumlayer.api.app;

/** Where a trait came from, the strongest first. */
public enum Origin {
    /** The caller said so. */
    STATED,
    /** An installed analyzer, such as a language model, read it out of words that stand in the sentence. */
    PROPOSED,
    /** It follows from what the caller said. */
    INFERRED,
    /** Nothing was said, and this is the default. */
    DEFAULTED
}
