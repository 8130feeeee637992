package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/**
 * Tells whether something spoken of is wanted, and from which words on: negations before it ({@code without any login},
 * {@code no login, search or payments}), after it ({@code login is not needed}), and those that cancel each other
 * ({@code do not forget the login}).
 */
final class Polarity {
    private static final int REACH = 10;
    private static final int REACH_AFTER = 6;
    private static final int REACH_OF_HEADING = 5;
    private static final Set<String> ENDS_OF_SCOPE =
            Words.of("but however except although though with plus that which then please just only instead so"
                    + " because also yet while whereas since if unless");
    /** What these introduce is wanted, unless they are negated themselves. */
    private static final Set<String> WISHES =
            Words.of("should must has have include includes use uses using add adds want wants keep store"
                    + " stores supports support need needs requires require offers offer gets get lets let make"
                    + " makes build builds create creates develop write generate implement");

    private static final Set<String> BETWEEN =
            Words.of("to need want have even ever be really actually currently yet any going planning able do"
                    + " the should must may can will would circumstances");
    private static final Set<String> PREPOSITIONS = Set.of("in", "on", "for", "to", "at", "from");
    private static final Set<String> MOVING =
            Words.of("run runs be deploy deployed host hosted go goes written write built build use in to need"
                    + " needs live any subject apply applies fall falls under covered relevant bound end ever"
                    + " used using deployment rely depend put placed based running hosting touch anything"
                    + " locked want wanted by like love us up into it this them wanting send have has having"
                    + " store stores stored storing keep save saved saving kept connect talk should must will"
                    + " would may might one asked requested asking looking calling aiming hoping planning able allowed"
                    + " permitted supposed meant expected required going");
    private static final Set<String> LEAVING =
            Words.of("leave leaves leaving exit exits outside transferred transfer transfers stored cross crosses"
                    + " lose loses losing miss misses missing break breaks breaking bypass bypasses circumvent corrupt"
                    + " damage interrupt");
    /** Negations that rule over a whole list, whether "and" or "or" ends it. */
    private static final Set<String> OVER_LISTS =
            Words.of("without excluding except minus sans skip skipping omit omitting drop avoid");

    /** Words that may stand between a negation and the list that it heads. */
    private static final Set<String> LIST_HEADS =
            Words.of("need want have any of these those the following things features extras stuff anything such"
                    + " frills bells whistles all that this");

    private static final Set<String> EXCHANGES =
            Words.of("replace replaces replaced replacing swap swapped swapping substitute substituted");

    private static final Set<String> ARTICLES = Words.of("a an the some my our its their full");
    /** Before a pause these answer what was said before it, and say nothing of what follows. */
    private static final Set<String> ANSWERS = Set.of("no", "none", "nope");

    private static final Set<String> ALTERNATIVES = Set.of("or", "nor");
    private static final Set<String> JOINTS = Set.of("or", "nor", "and");

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
        if (isCondition(text, hit)) {
            return new Said(true, hit.from(), hit.to());
        }
        if (Ticks.isOut(text, hit)) {
            return new Said(false, hit.from(), hit.to());
        }
        int heading = headingBefore(text, hit);
        int negator = heading >= 0 ? heading : negatorBefore(text, hit);
        if (negator >= 0) {
            return Negators.isTurned(text, negator)
                            || isLeaving(text, negator, hit.from())
                            || isTurnedAfter(text, negator, hit)
                            || isUnthinkable(text, negator, hit)
                    ? new Said(true, hit.from(), hit.to())
                    : new Said(false, negator, hit.to());
        }
        int dismissed = Dismissal.until(text, hit);
        return dismissed >= 0 ? new Said(false, hit.from(), dismissed) : new Said(true, hit.from(), hit.to());
    }

    /** "storing it without encryption is out of the question". */
    private static boolean isUnthinkable(Text text, int negator, Lexicon.Hit hit) {
        return text.isWord(negator, Set.of("without"))
                && (Dismissal.until(text, hit) >= 0 || Negators.isLamented(text, hit.to()));
    }

    /** What cannot be had without another thing is wanted with it: {@code no login without a second factor}. */
    private static boolean isTurnedAfter(Text text, int negator, Lexicon.Hit hit) {
        for (int at = hit.to(); at < hit.to() + REACH_AFTER && text.sameSentence(at, hit.from()); at++) {
            if (text.token(at).afterPause()
                    || ENDS_OF_SCOPE.contains(text.token(at).word())) {
                return false;
            }
            if (text.isWord(at, Set.of("unencrypted", "unauthenticated"))) {
                return true;
            }
            if (text.isWord(at, Set.of("without"))) {
                return !text.isWord(negator, Set.of("without")) && Negators.isTurned(text, at);
            }
        }
        return false;
    }

    /** What is only supposed is not said: {@code if Azure is not possible}. */
    private static boolean isCondition(Text text, Lexicon.Hit hit) {
        for (int at = hit.from() - 1; at >= hit.from() - 3 && text.sameSentence(at, hit.from()); at--) {
            if (text.token(at + 1).afterPause()) {
                return false;
            }
            if (text.isWord(at, Set.of("if", "unless"))) {
                return !text.isWord(at + 1, Words.of("possible necessary needed required so any desired feasible"));
            }
        }
        return false;
    }

    /** A heading such as {@code Not needed:} or {@code Out of scope:} rules out all that its sentence lists. */
    private static int headingBefore(Text text, Lexicon.Hit hit) {
        for (int at = hit.from(); at > 0 && text.sameSentence(at - 1, hit.from()); at--) {
            if (text.gap(at).contains("(") && Parentheses.isNegated(text, at)) {
                return Parentheses.negator(text, at);
            }
            if (text.gap(at).contains(")")) {
                return text.gap(at).contains(":") ? headingFrom(text, at) : -1;
            }
            if (text.afterColon(at) || text.gap(at).contains("(")) {
                return headingFrom(text, at);
            }
        }
        return -1;
    }

    private static int headingFrom(Text text, int colon) {
        for (int at = colon - 1; at >= colon - REACH_OF_HEADING && text.sameSentence(at, colon); at--) {
            boolean outOf = text.isWord(at, Set.of("out")) && (at + 1 == colon || text.isWord(at + 1, Set.of("of")));
            boolean listed = text.isWord(
                    at, Words.of("non excluded without omitted skipped dropped unwanted unneeded later future"));
            boolean not = text.isWord(at, Words.of("not won't don't never"))
                    && (at + 1 == colon
                            || Dismissal.isNeed(text, at + 1)
                            || text.isWord(at + 1, Words.of("have haves add build do support be now yet")));
            if (outOf || listed || not || headsList(text, at, colon)) {
                return at;
            }
            if (text.token(at).afterPause()) {
                return -1;
            }
        }
        return -1;
    }

    /** "No extras (search, email)", "we need none of the following: search". */
    private static boolean headsList(Text text, int negator, int list) {
        if (list == negator + 1 || !Negators.isAt(text, negator)) {
            return false;
        }
        for (int at = negator + 1; at < list; at++) {
            if (!text.isWord(at, LIST_HEADS)) {
                return false;
            }
        }
        return true;
    }

    private static int negatorBefore(Text text, Lexicon.Hit hit) {
        for (int at = hit.from() - 1; at >= hit.from() - REACH && text.sameSentence(at, hit.from()); at--) {
            if (text.isWord(at, ANSWERS) && text.token(at + 1).afterPause()) {
                return -1;
            }
            if (Negators.isAt(text, at)) {
                return at;
            }
            if (endsScope(text, at, hit) || (text.token(at + 1).afterPause() && !goesOn(text, at + 1, hit))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean endsScope(Text text, int at, Lexicon.Hit hit) {
        String word = text.token(at).word();
        boolean newItem = word.equals("and") && text.isWord(at + 1, ARTICLES) && !endsList(text, at, hit);
        boolean instead = word.equals("instead") && text.isWord(at + 1, Set.of("of"));
        boolean wish = WISHES.contains(word) && !isNegated(text, at) && !isGerundOfDoing(text, at);
        boolean away = PREPOSITIONS.contains(word) && leadsAway(text, at);
        boolean ofThat = word.equals("that") && text.isWord(at - 1, Set.of("of"));
        boolean exchanged =
                (word.equals("by") || word.equals("for")) && Nearby.before(text, at, REACH_AFTER, EXCHANGES);
        boolean main =
                text.isWord(at, Words.of("we'll i'll we i")) && Nearby.before(text, at, REACH_AFTER, Set.of("instead"));
        boolean soMuch = word.equals("so") && text.isWord(at + 1, Set.of("much")) && text.isWord(at + 2, Set.of("as"));
        boolean ends = ENDS_OF_SCOPE.contains(word) && !instead && !ofThat && !soMuch;
        return !Negators.isBridge(text, at)
                && !Raising.isAt(text, at)
                && (newItem || wish || away || ends || exchanged || main || isFreshVerb(text, at));
    }

    /** Without using a database: the verb belongs to the negation. */
    private static boolean isGerundOfDoing(Text text, int at) {
        return text.token(at).word().endsWith("ing") && Negators.isAt(text, at - 1);
    }

    /** "no login and use Redis": after "and", a verb begins something else. */
    private static boolean isFreshVerb(Text text, int at) {
        return text.isWord(at, Set.of("and"))
                && text.isWord(
                        at + 1, Words.of("use add put include deploy host run keep store give make let with all"));
    }

    /** "and a" goes on with a negation only if the sentence's clause began with one and has no other thing to say. */
    private static boolean endsList(Text text, int and, Lexicon.Hit hit) {
        return text.isWord(and + 1, Set.of("a", "an"))
                && hit.to() - and <= 3
                && text.isWord(and - 2, Set.of("a", "an"))
                && Negators.isAt(text, and - 3);
    }

    static boolean isNegated(Text text, int verb) {
        int at = verb - 1;
        while (text.isWord(at, BETWEEN)
                && text.sameSentence(at, verb)
                && !text.token(at + 1).afterPause()) {
            at--;
        }
        boolean noNeed = text.isWord(at, Set.of("no")) && text.isWord(verb, Set.of("need", "needs"));
        boolean noOne = text.isWord(at, Set.of("one", "user", "users", "body")) && text.isWord(at - 1, Set.of("no"));
        boolean noWay = text.isWord(at, Set.of("no"))
                && text.isWord(at + 1, Words.of("circumstances account case event condition conditions"));
        if ((noWay || noNeed || noOne || Raising.isAt(text, verb)) && text.sameSentence(at, verb)) {
            return true;
        }
        return at >= 0
                && text.sameSentence(at, verb)
                && Negators.isAt(text, at)
                && !text.token(at).is("no")
                && !text.token(at + 1).afterPause();
    }

    /** A preposition leads away from what is negated, as in {@code no login in this API}, but not from a mere verb. */
    private static boolean leadsAway(Text text, int preposition) {
        int at = preposition - 1;
        while (text.isWord(at, MOVING) && text.sameSentence(at, preposition) && !Negators.isAt(text, at)) {
            at--;
        }
        return !text.sameSentence(at, preposition) || !(Negators.isAt(text, at) || Negators.isAt(text, preposition));
    }

    /** What must not be left is what is wanted. */
    private static boolean isLeaving(Text text, int negator, int hit) {
        for (int at = negator + 1; at < hit; at++) {
            boolean stored =
                    text.token(at).is("stored") || text.token(at).word().startsWith("transfer");
            if (text.isWord(at, LEAVING) && (!stored || text.isWord(at + 1, Set.of("outside")))) {
                return true;
            }
        }
        return false;
    }

    /** After a comma a negation goes on only through a list that an {@code or} ends. */
    private static boolean goesOn(Text text, int afterComma, Lexicon.Hit hit) {
        boolean overList = Nearby.before(text, afterComma, REACH, OVER_LISTS);
        Set<String> joints = overList ? JOINTS : ALTERNATIVES;
        for (int at = afterComma; at < hit.from(); at++) {
            if (text.isWord(at, joints)) {
                return true;
            }
        }
        boolean listed = text.isWord(hit.to(), joints)
                || (text.sameSentence(hit.to(), hit.from())
                        && text.token(hit.to()).afterPause());
        for (int at = hit.to(); listed && at < hit.to() + REACH_AFTER && text.sameSentence(at, hit.from()); at++) {
            if (text.isWord(at, joints)) {
                return true;
            }
            listed = !ENDS_OF_SCOPE.contains(text.token(at).word())
                    && !WISHES.contains(text.token(at).word())
                    && !Negators.isAt(text, at);
        }
        return false;
    }
}
