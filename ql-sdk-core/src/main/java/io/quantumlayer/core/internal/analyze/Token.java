package io.quantumlayer.core.internal.analyze;

/**
 * One word of a text.
 *
 * @param word the word in lower case
 * @param start where it begins in the text
 * @param end where it ends
 * @param sentence which sentence it belongs to, from 0
 * @param afterPause whether a comma, colon or bracket stands before it
 */
record Token(String word, int start, int end, int sentence, boolean afterPause) {
    boolean is(String other) {
        return word.equals(other);
    }
}
