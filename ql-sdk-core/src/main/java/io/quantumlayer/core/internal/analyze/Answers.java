package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/** Reads answers to a thing that is named or asked for, and that rule it out: {@code Login? Not needed.} */
final class Answers {
    private static final Set<String> FILLERS =
            Words.of("god hell heck oh um uh hmm well certainly absolutely definitely of course please better rather"
                    + " probably surely really i think maybe thanks obviously clearly honestly sorry");

    private Answers() {}

    /** Where an answer that begins at a word ends, or -1. */
    static int until(Text text, int at) {
        if (at >= text.size()) {
            return -1;
        }
        if (text.sameSentence(at - 1, at)
                && text.isWord(at, Set.of("no", "nope", "not"))
                && (Dismissal.isLast(text, at) || text.gap(at + 1).contains("/"))
                && !text.token(at).afterPause()) {
            return at + 1;
        }
        boolean asked = text.gap(at).strip().startsWith("?");
        boolean named = text.afterColon(at)
                || text.gap(at).contains("(")
                || (text.sameSentence(at - 1, at) && text.gap(at).contains("="));
        if (text.sameSentence(at - 1, at)
                && text.isWord(at, Set.of("no"))
                && text.gap(at).strip().equals(",")
                && !text.sameSentence(at, at + 1)) {
            return at + 1;
        }
        boolean absent = text.isWord(at, Set.of("n")) && text.isWord(at + 1, Set.of("a"));
        boolean noWay = text.isWord(at, Set.of("no")) && text.isWord(at + 1, Words.of("way thanks chance"));
        if ((asked || named) && (absent || noWay)) {
            return at + 2;
        }
        int predicate = asked ? predicateUntil(text, at) : -1;
        if (predicate >= 0) {
            return predicate;
        }
        boolean ended = text.isWord(at, Dismissal.ENDED) || text.isWord(at, Dismissal.DISMISSED);
        if (named && ended && Dismissal.isLast(text, at)) {
            return at + 1;
        }
        return briefUntil(text, at, asked || named);
    }

    private static int briefUntil(Text text, int at, boolean answers) {
        boolean notNow = text.isWord(at, Set.of("not")) && text.isWord(at + 1, Words.of("now yet today here"));
        boolean told =
                answers || (text.sameSentence(at - 1, at) && !text.token(at).afterPause());
        if (told && notNow && Dismissal.isLast(text, at + 1)) {
            return at + 2;
        }
        boolean have = text.isWord(at, Dismissal.NOT) && text.isWord(at + 1, Words.of("have has do be get"));
        boolean denied =
                have ? Dismissal.isLast(text, at + 1) : text.isWord(at, Dismissal.NOT) && Dismissal.isLast(text, at);
        if (answers && denied) {
            return have ? at + 2 : at + 1;
        }
        int answer = pastFillers(text, at, told);
        if (answer > at
                && Dismissal.isLast(text, answer)
                && text.isWord(answer, Words.of("no nope nah not never none"))) {
            return answer + 1;
        }
        boolean brief = text.isWord(at, Words.of("no none nope nah off false never")) && Dismissal.isLast(text, at);
        boolean not = text.isWord(at, Set.of("not", "no")) && text.isWord(at + 1, Dismissal.NEEDS);
        return answers && (brief || not) ? at + (not ? 2 : 1) : -1;
    }

    /** An answer may take a run-up: {@code certainly not}, {@code God, no}. */
    private static int pastFillers(Text text, int from, boolean told) {
        int at = from;
        while (told && at < from + 3 && text.isWord(at, FILLERS)) {
            at++;
        }
        return at;
    }

    /** "Swagger? Useless to us.". */
    private static int predicateUntil(Text text, int from) {
        for (int at = from;
                text.sameSentence(at, from) && !(at > from && text.token(at).afterPause());
                at++) {
            int idiom = Idioms.endAfter(text, at);
            if (idiom >= 0 || text.isWord(at, Dismissal.DISMISSED)) {
                return text.isWord(at - 1, Dismissal.NOT) ? -1 : Math.max(idiom, at + 1);
            }
        }
        return -1;
    }
}
