package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/** Looks for words near a place of a text, within its sentence. */
final class Nearby {
    private Nearby() {}

    static boolean has(Text text, int at, int reach, Set<String> words) {
        return before(text, at, reach, words) || after(text, at, reach, words);
    }

    static boolean before(Text text, int at, int reach, Set<String> words) {
        for (int i = at - 1; i >= at - reach && text.sameSentence(i, at); i--) {
            if (text.isWord(i, words)) {
                return true;
            }
        }
        return false;
    }

    static boolean after(Text text, int at, int reach, Set<String> words) {
        for (int i = at + 1; i <= at + reach && text.sameSentence(i, at); i++) {
            if (text.isWord(i, words)) {
                return true;
            }
        }
        return false;
    }
}
