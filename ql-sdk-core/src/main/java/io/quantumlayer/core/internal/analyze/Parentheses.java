package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/** Reads lists in brackets that spell out a thing that is ruled out: {@code none of the big three (AWS, Azure)}. */
final class Parentheses {
    private static final int REACH = 5;
    private static final Set<String> VERBS = Words.of("is are was were be has have had do does did will would can could"
            + " should must may we you i it they uses use using needs need just only already keep want");
    private static final Set<String> NEGATORS = Words.of("no none without neither nor zero not");

    private Parentheses() {}

    /** Says whether a bracket opens before a word and lists what a negation before it speaks of. */
    static boolean isNegated(Text text, int first) {
        return negator(text, first) >= 0 && isList(text, first);
    }

    /** The negation that reaches up to the bracket, or -1. */
    static int negator(Text text, int first) {
        for (int at = first - 1; at >= first - REACH && text.sameSentence(at, first); at--) {
            if (text.isWord(at, NEGATORS)) {
                return text.isWord(at + 1, Set.of("only", "just")) ? -1 : at;
            }
            if (text.token(at).afterPause() || text.isWord(at, VERBS)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isList(Text text, int first) {
        for (int at = first; text.sameSentence(at, first); at++) {
            if (at > first && text.gap(at).contains(")")) {
                return true;
            }
            if (text.isWord(at, VERBS) || Negators.isAt(text, at)) {
                return false;
            }
        }
        return true;
    }
}
