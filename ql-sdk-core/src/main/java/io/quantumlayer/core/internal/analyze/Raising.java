package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/**
 * Knows the words over which a negation reaches the clause that follows them: {@code I do not think that we need},
 * {@code it makes no sense to add}, {@code nor does it need}, {@code nothing to do with}.
 */
final class Raising {
    private static final Set<String> THINKING =
            Words.of("think believe suppose guess feel imagine expect see know doubt convinced sure reckon");
    private static final Set<String> REASONS =
            Words.of("sense point reason reasons use plans plan intention intentions desire wish time money"
                    + " necessity requirement benefit value call demand case cause justification room budget"
                    + " business appetite");
    private static final Set<String> SUBJECTS =
            Words.of("that why where how if whether we you they i it he she one there this anyone anybody users"
                    + " customers people our the");
    private static final Set<String> LINKS =
            Words.of("to for in of with would will could should do does did is are really actually ever even"
                    + " currently be want wants need needs have has require requires add adding include"
                    + " including use using build building having implement implementing");
    private static final int REACH = 7;

    private Raising() {}

    /** Says whether a word belongs to such a clause, so that the negation before it goes on. */
    static boolean isAt(Text text, int at) {
        if (!text.isWord(at, SUBJECTS) && !text.isWord(at, LINKS)) {
            return false;
        }
        for (int i = at; i >= at - REACH && text.sameSentence(i, at); i--) {
            if (text.token(i + 1).afterPause()) {
                return false;
            }
            if (isRaised(text, i)) {
                return true;
            }
            if (!text.isWord(i, SUBJECTS) && !text.isWord(i, LINKS)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isRaised(Text text, int at) {
        if (text.isWord(at, Set.of("doubt"))) {
            return Negators.isAt(text, at);
        }
        boolean thought = text.isWord(at, THINKING) && (Negators.isAt(text, at - 1) || Negators.isAt(text, at - 2));
        boolean reason = text.isWord(at, REASONS) && text.isWord(at - 1, Set.of("no", "without", "any", "little"));
        boolean todo = text.isWord(at, Set.of("do"))
                && text.isWord(at - 1, Set.of("to"))
                && text.isWord(at - 2, Words.of("nothing not little anything"));
        boolean inverted = text.isWord(at, Words.of("does do is are will should must can did"))
                && text.isWord(at - 1, Set.of("nor", "neither"));
        return thought || reason || todo || inverted;
    }
}
