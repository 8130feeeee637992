package io.quantumlayer.core.internal.analyze;

import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Takes out of a text what only pretends to describe an application: orders to whoever reads it, such as to ignore all
 * rules. They are kept as not understood and have no other effect.
 */
final class InertWords {
    private static final Set<String> VERBS =
            Words.of("ignore disregard forget override bypass overrule circumvent pretend jailbreak");
    private static final Set<String> OBJECTS =
            Words.of("rule rules instruction instructions prompt limit limits policy policies restriction"
                    + " restrictions guideline guidelines safeguard safeguards check checks gate gates above"
                    + " previous prior safety");
    private static final Set<String> OPENERS = Words.of("and then please now but also just you must");
    private static final int REACH = 6;

    private InertWords() {}

    static Text removed(Text text, Reading reading) {
        Text kept = text;
        for (int at = 0; at < text.size(); at++) {
            if (isOrder(text, at)) {
                Token first = text.token(at);
                int end = endOfSentence(text, at);
                reading.notUnderstood.add(text.words(at, end));
                kept = kept.only(token -> token.sentence() != first.sentence() || token.start() < first.start());
                at = end - 1;
            }
        }
        return kept;
    }

    private static boolean isOrder(Text text, int at) {
        boolean starts = at == 0
                || !text.sameSentence(at - 1, at)
                || text.token(at).afterPause()
                || text.isWord(at - 1, OPENERS);
        if (text.isWord(at, Set.of("you"))
                && text.isWord(at + 1, Set.of("are"))
                && text.isWord(at + 2, Set.of("now"))) {
            return true;
        }
        return starts && text.isWord(at, VERBS) && within(text, at, i -> text.isWord(i, OBJECTS));
    }

    private static boolean within(Text text, int at, IntPredicate wanted) {
        for (int i = at + 1; i <= at + REACH && text.sameSentence(at, i); i++) {
            if (wanted.test(i)) {
                return true;
            }
        }
        return false;
    }

    private static int endOfSentence(Text text, int at) {
        int end = at + 1;
        while (text.sameSentence(at, end)) {
            end++;
        }
        return end;
    }
}
