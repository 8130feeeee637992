package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/**
 * Tells whether something spoken of is wanted, and from which words on: negations before it ({@code without any login},
 * {@code no login, search or payments}), after it ({@code login is not needed}), and those that cancel each other
 * ({@code do not forget the login}).
 */
final class Polarity {
    private static final int REACH = 8;
    private static final int REACH_AFTER = 6;
    private static final int DOUBLE = 2;
    private static final Set<String> NEGATORS =
            Words.of("no not without never non neither nor don't dont doesn't isn't aren't won't needn't skip"
                    + " drop remove omit avoid exclude excluding forget minus sans scratch ditch disable cannot"
                    + " can't shouldn't mustn't leave");
    /** Verbs and prepositions that a further negation turns around. */
    private static final Set<String> TURNED =
            Words.of("without skip drop remove omit avoid exclude forget disable leave minus ditch");

    private static final Set<String> TURNING =
            Words.of("no not never don't dont can't cannot shouldn't mustn't won't doesn't");
    private static final Set<String> ENDS_OF_SCOPE =
            Words.of("but however except although though with plus that which then please just only instead so"
                    + " because also");
    /** What these introduce is wanted, unless they are negated themselves. */
    private static final Set<String> WISHES =
            Words.of("should must has have include includes use uses using add adds want wants keep store stores"
                    + " supports support");

    private static final Set<String> BETWEEN = Words.of("to need want have even ever be");
    private static final Set<String> PREPOSITIONS = Set.of("in", "on", "for", "to", "at", "from");
    private static final Set<String> MOVING = Words.of(
            "run runs be deploy deployed host hosted go goes written built use in to need needs live" + " any");
    private static final Set<String> LEAVING = Set.of("leave", "leaves", "leaving", "exit", "exits");
    private static final Set<String> ARTICLES = Words.of("a an the some my our its their full");
    private static final Set<String> ALTERNATIVES = Set.of("or", "nor");
    private static final Set<String> NOT_NEEDED =
            Words.of("needed required necessary wanted relevant scope planned applicable desired requirement"
                    + " need want important used yet include included");
    private static final Set<String> DISMISSED = Set.of("unnecessary", "unneeded", "unwanted", "overkill");
    private static final Set<String> NOT_AFTER = Words.of("not isn't aren't no n't isnt never won't");

    private Polarity() {}

    /**
     * How something is spoken of.
     *
     * @param wanted whether it is wanted
     * @param from the first token that says so
     * @param to the token after the last one that says so
     */
    record Said(boolean wanted, int from, int to) {
        String words(Text text) {
            return text.words(from, to);
        }
    }

    static Said of(Text text, Lexicon.Hit hit) {
        int negator = negatorBefore(text, hit);
        if (negator >= 0) {
            return isTurned(text, negator) || isLeaving(text, negator, hit.from())
                    ? new Said(true, hit.from(), hit.to())
                    : new Said(false, negator, hit.to());
        }
        int dismissed = dismissedUntil(text, hit.to());
        return dismissed >= 0 ? new Said(false, hit.from(), dismissed) : new Said(true, hit.from(), hit.to());
    }

    private static int negatorBefore(Text text, Lexicon.Hit hit) {
        for (int at = hit.from() - 1; at >= hit.from() - REACH && text.sameSentence(at, hit.from()); at--) {
            if (isNegator(text, at)) {
                return at;
            }
            if (endsScope(text, at) || (text.token(at + 1).afterPause() && !goesOn(text, at + 1, hit))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isNegator(Text text, int at) {
        String word = text.token(at).word();
        if (word.equals("of")) {
            return text.isWord(at - 1, Set.of("instead"));
        }
        if (word.equals("than")) {
            return text.isWord(at - 1, Set.of("rather"));
        }
        if (word.equals("leave")) {
            return text.isWord(at + 1, Set.of("out"));
        }
        boolean mere = text.isWord(at + 1, Set.of("only", "just", "later", "longer"));
        return NEGATORS.contains(word) && !mere;
    }

    private static boolean endsScope(Text text, int at) {
        String word = text.token(at).word();
        boolean newItem = word.equals("and") && text.isWord(at + 1, ARTICLES);
        boolean instead = word.equals("instead") && text.isWord(at + 1, Set.of("of"));
        boolean wish = WISHES.contains(word) && !isNegated(text, at);
        boolean away = PREPOSITIONS.contains(word) && leadsAway(text, at);
        return newItem || wish || away || (ENDS_OF_SCOPE.contains(word) && !instead);
    }

    private static boolean isNegated(Text text, int verb) {
        int at = verb - 1;
        while (text.isWord(at, BETWEEN)
                && text.sameSentence(at, verb)
                && !text.token(at + 1).afterPause()) {
            at--;
        }
        return text.isWord(at, NEGATORS)
                && !text.token(at).is("no")
                && !text.token(at + 1).afterPause();
    }

    /** A preposition leads away from what is negated, as in {@code no login in this API}, but not from a mere verb. */
    private static boolean leadsAway(Text text, int preposition) {
        int at = preposition - 1;
        while (text.isWord(at, MOVING) && text.sameSentence(at, preposition)) {
            at--;
        }
        return !text.sameSentence(at, preposition) || !text.isWord(at, NEGATORS);
    }

    /** What must not be left is what is wanted. */
    private static boolean isLeaving(Text text, int negator, int hit) {
        for (int at = negator + 1; at < hit; at++) {
            if (text.isWord(at, LEAVING)) {
                return true;
            }
        }
        return false;
    }

    /** After a comma a negation goes on only through a list that an {@code or} ends. */
    private static boolean goesOn(Text text, int afterComma, Lexicon.Hit hit) {
        for (int at = afterComma; at < hit.from(); at++) {
            if (text.isWord(at, ALTERNATIVES)) {
                return true;
            }
        }
        boolean listed = text.isWord(hit.to(), ALTERNATIVES)
                || (text.sameSentence(hit.to(), hit.from())
                        && text.token(hit.to()).afterPause());
        for (int at = hit.to(); listed && at < hit.to() + REACH_AFTER && text.sameSentence(at, hit.from()); at++) {
            if (text.isWord(at, ALTERNATIVES)) {
                return true;
            }
            listed = !endsScope(text, at);
        }
        return false;
    }

    private static boolean isTurned(Text text, int negator) {
        if (!text.isWord(negator, TURNED)) {
            return false;
        }
        for (int at = negator - 1; at >= negator - DOUBLE && text.sameSentence(at, negator); at--) {
            if (text.token(at + 1).afterPause()) {
                return false;
            }
            if (text.isWord(at, TURNING)) {
                return true;
            }
        }
        return false;
    }

    /** Returns where a dismissal after the hit ends, or -1 if there is none. */
    private static int dismissedUntil(Text text, int to) {
        for (int at = to; at < to + REACH_AFTER && text.sameSentence(at, to - 1); at++) {
            if (text.token(at).afterPause() && !text.isWord(at, Set.of("not"))) {
                return -1;
            }
            if (text.isWord(at, DISMISSED)) {
                return at + 1;
            }
            if (text.isWord(at, NOT_AFTER)) {
                return needlessUntil(text, at);
            }
            if (text.isWord(at, Set.of("out"))
                    && text.isWord(at + 1, Set.of("of"))
                    && text.isWord(at + 2, Set.of("scope"))) {
                return at + 3;
            }
            if (endsScope(text, at)) {
                return -1;
            }
        }
        return -1;
    }

    private static int needlessUntil(Text text, int not) {
        for (int at = not + 1; at <= not + 3 && text.sameSentence(at, not); at++) {
            if (text.isWord(at, NOT_NEEDED)) {
                return at + 1;
            }
        }
        return -1;
    }
}
