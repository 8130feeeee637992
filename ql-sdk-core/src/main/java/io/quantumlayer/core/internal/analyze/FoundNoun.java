package io.quantumlayer.core.internal.analyze;

/**
 * A thing that a text speaks of.
 *
 * @param noun its name, singular, words joined by hyphens
 * @param from its first token
 * @param to the token after its last one
 */
record FoundNoun(String noun, int from, int to) {}
