package io.quantumlayer.core.internal.redact;

/**
 * A place in a text that looks like a literal secret.
 *
 * @param offset where it begins, in characters from 0
 * @param what what it looks like, as {@code a GitHub token}; never the value
 */
public record Sighting(int offset, String what) {}
