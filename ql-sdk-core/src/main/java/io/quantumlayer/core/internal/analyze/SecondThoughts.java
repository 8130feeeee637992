package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/**
 * Tells where a text takes back what it said before: {@code on second thought}, {@code no, wait}, {@code scratch that}.
 */
final class SecondThoughts {
    private static final Set<String> WORDS =
            Words.of("thought thoughts actually scratch wait rather drop remove skip ditch instead forget"
                    + " nevermind reflection oops correction hmm anymore dropped cancel strike reconsidered"
                    + " sorry reconsidering cancelled removed revised edit update initially originally");
    private static final Set<String> TAKING_BACK =
            Words.of("scratch forget strike cancel undo drop skip ignore revert");
    private static final Set<String> PRONOUNS = Set.of("that", "it", "this", "them", "those");

    /** What a sentence begins with that takes the place of those before it. */
    private static final Set<String> ANEW =
            Words.of("second final new now latest finally revised edit update actually correction scratch reduced");

    private static final int NARROWING_REACH = 8;

    private SecondThoughts() {}

    /** Says whether a text changes its mind between two mentions of one thing. */
    static boolean between(Text text, int first, int last) {
        int from = Math.max(0, Math.min(first, last));
        for (int at = text.start(last); at < last; at++) {
            if (isAt(text, at)) {
                return true;
            }
        }
        for (int at = from; at <= last; at++) {
            if (isAt(text, at)) {
                return true;
            }
        }
        int start = text.start(last);
        boolean no = text.isWord(start, Set.of("no", "nope"))
                && (text.token(start + 1).afterPause() || text.isWord(start + 1, Words.of("make let's lets use not")));
        return (no && start > first && start + 1 < last) || endsAnew(text, last);
    }

    /** The thought may come after the thing: {@code no chat for now after all}. */
    private static boolean endsAnew(Text text, int last) {
        for (int at = last; text.sameSentence(at, last); at++) {
            boolean anew = text.isWord(at, Set.of("anymore", "instead", "actually"))
                    || (text.isWord(at, Set.of("after")) && text.isWord(at + 1, Set.of("all")))
                    || (text.isWord(at, Set.of("longer")) && text.isWord(at - 1, Set.of("no")))
                    || text.isWord(at, Set.of("dropped", "cancelled", "removed", "scrapped"));
            if (anew) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(Text text, int at) {
        boolean pair = (text.isWord(at, Set.of("never")) && text.isWord(at + 1, Set.of("mind")))
                || (text.isWord(at, Set.of("my", "our")) && text.isWord(at + 1, Set.of("mind", "minds")))
                || (text.isWord(at, Set.of("after")) && text.isWord(at + 1, Set.of("all")))
                || (text.isWord(at, Set.of("then")) && text.isWord(at + 1, Set.of("again")))
                || (text.isWord(at, Set.of("no")) && text.isWord(at + 1, Set.of("longer")))
                || (text.isWord(at, Set.of("better")) && text.isWord(at + 1, Words.of("not leave without")))
                || (text.isWord(at, Set.of("come")) && text.isWord(at + 2, Set.of("think")))
                || (text.isWord(at, Set.of("change")) && text.isWord(at + 2, Set.of("plan", "plans")))
                || (text.isWord(at, Set.of("but")) && text.isWord(at + 1, Set.of("now")))
                || (text.isWord(at, Set.of("at")) && text.isWord(at + 1, Set.of("first")));
        boolean remade = text.isWord(at, Set.of("make"))
                && text.isWord(at + 1, Set.of("that", "it"))
                && text.isWord(at - 1, Set.of("no", "nope", "better", "or"));
        return pair || remade || text.isWord(at, WORDS);
    }

    /** The place where a text takes back what it said last, after a given place, or -1. */
    static int takenBackAfter(Text text, int from) {
        int end = from;
        for (int at = from;
                at < text.size()
                        && text.token(at).sentence() <= text.token(from).sentence() + 1;
                at++) {
            end = at;
            boolean that = text.isWord(at, TAKING_BACK) && text.isWord(at + 1, PRONOUNS) && endsThere(text, at + 1);
            boolean never = text.isWord(at, Set.of("never"))
                    && text.isWord(at + 1, Set.of("mind"))
                    && (endsThere(text, at + 1) || text.isWord(at + 2, PRONOUNS));
            boolean none = text.isWord(at, Set.of("none"))
                    && text.isWord(at - 1, Words.of("has have needs need wants want with gets"))
                    && endsThere(text, at);
            boolean settled = text.isWord(at, Words.of("settle settled settling"))
                    && text.isWord(at + 1, Set.of("for"))
                    && Nearby.before(text, from, 4, Words.of("wanted had planned thought asked hoped wished meant"));
            if (that || never || none || settled || text.isWord(at, Set.of("nevermind"))) {
                return at;
            }
        }
        return end < 0 ? end : -1;
    }

    /** The first word of a sentence that says that only some of what was said before is left, or -1. */
    static int narrowedFrom(Text text) {
        for (int number : text.sentences()) {
            int start = text.tokens().indexOf(text.ofSentence(number).get(0));
            boolean anew = number > 0 && text.isWord(start, ANEW) && (start == text.start(start));
            if (anew && Nearby.after(text, start, NARROWING_REACH, Set.of("only", "just"))) {
                return start;
            }
        }
        return -1;
    }

    private static boolean endsThere(Text text, int at) {
        return !text.sameSentence(at, at + 1) || text.token(at + 1).afterPause();
    }
}
