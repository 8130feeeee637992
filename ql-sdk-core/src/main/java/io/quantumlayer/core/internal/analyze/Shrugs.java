package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/** Reads what is only toyed with and not done: {@code we could add payments or email, but we won't}. */
final class Shrugs {
    private static final Set<String> TOYING =
            Words.of("could might would considered thought discussed planned wanted wished hoped toyed tempted meant");
    private static final Set<String> SPEAKERS = Words.of("we i they you");
    private static final Set<String> REFUSALS =
            Words.of("won't wont don't dont didn't didnt shouldn't can't cannot shan't couldn't wouldn't");
    private static final Set<String> AVOIDING = Words.of("avoid skip drop exclude omit ditch scrap");
    private static final int NEAR = 4;
    private static final int REACH = 12;

    private Shrugs() {}

    /** Where a refusal of the thing ends, or -1. */
    static int until(Text text, Lexicon.Hit hit) {
        int decided = decidedUntil(text, hit);
        if (decided >= 0) {
            return decided;
        }
        int avoided = avoidedUntil(text, hit);
        if (avoided >= 0) {
            return avoided;
        }
        if (!Nearby.before(text, hit.from(), REACH, TOYING)) {
            return -1;
        }
        for (int at = hit.to(); at < hit.to() + REACH && text.sameSentence(at, hit.from()); at++) {
            if (text.isWord(at, Set.of("but", "yet"))) {
                boolean refused = text.isWord(at + 1, SPEAKERS) && text.isWord(at + 2, REFUSALS);
                return refused && ends(text, at + 3) ? at + 3 : -1;
            }
        }
        return -1;
    }

    /** "we considered Kafka and websockets and decided against both". */
    private static int decidedUntil(Text text, Lexicon.Hit hit) {
        for (int at = hit.to() + 1; at < hit.to() + REACH && text.sameSentence(at, hit.from()); at++) {
            boolean against = text.isWord(at, Set.of("against"))
                    && text.isWord(at - 1, Words.of("decided voted ruled spoke advised"))
                    && text.isWord(at + 1, Words.of("it them both that all these those either any"));
            if (against && ends(text, at + 2)) {
                return Nearby.before(text, hit.from(), REACH, TOYING) ? at + 2 : -1;
            }
        }
        return -1;
    }

    /** "bad experiences with Cloudflare so avoid it". */
    private static int avoidedUntil(Text text, Lexicon.Hit hit) {
        for (int at = hit.to() + 1; at < hit.to() + NEAR && text.sameSentence(at, hit.from()); at++) {
            if (text.token(at).afterPause()) {
                return -1;
            }
            boolean led = text.isWord(at - 1, Words.of("so please just better must should to let's and"));
            if (led && text.isWord(at, AVOIDING) && text.isWord(at + 1, Set.of("it", "them")) && ends(text, at + 2)) {
                return Negators.isAt(text, at - 1) || Negators.isAt(text, at - 2) ? -1 : at + 2;
            }
        }
        return -1;
    }

    private static boolean ends(Text text, int at) {
        return !text.sameSentence(at - 1, at) || text.token(at).afterPause();
    }
}
