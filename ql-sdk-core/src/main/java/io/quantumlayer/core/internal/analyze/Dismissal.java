package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/** Finds what is said after a thing to rule it out: {@code login is not needed}, {@code payments are out of scope}. */
final class Dismissal {
    private static final int REACH = 12;
    static final Set<String> NEEDS =
            Words.of("needed required necessary wanted relevant scope planned applicable desired requirement"
                    + " need want important used include included apply applies asked foreseen expected part"
                    + " allowed permitted acceptable supported there ready mandatory requested necessity"
                    + " priority concern topic issue subject considered covered involved option possible ours"
                    + " interesting interested matter present added offered provided implemented built worth"
                    + " welcome rebuilt kept migrated ported carried enabled shipped thing release mvp roadmap");
    static final Set<String> DISMISSED =
            Words.of("unnecessary unneeded unwanted overkill irrelevant superfluous redundant obsolete"
                    + " prohibited forbidden banned pointless useless disallowed undesired inapplicable unused");
    static final Set<String> ENDED =
            Words.of("dropped removed cancelled canceled skipped omitted excluded abandoned postponed deferred"
                    + " scrapped disabled gone avoided eliminated off vetoed rejected descoped ditched shelved"
                    + " deactivated ignored replaced");
    private static final Set<String> AUXILIARIES =
            Words.of("is are was were be been being has have had got gets get should must can may will could"
                    + " turned switched now it they also");
    static final Set<String> NOT =
            Words.of("not isn't aren't no n't isnt arent never won't wont doesn't don't doesnt dont wasn't"
                    + " weren't shouldn't mustn't can't cannot needn't hasn't haven't ain't");
    private static final Set<String> STOPS =
            Words.of("with plus then please because instead so while whereas if unless when where whose");
    private static final Set<String> GOVERNORS =
            Words.of("with has have needs need wants want include includes including using use uses supports"
                    + " for offers offering requires build create add");
    private static final Set<String> LIST_WORDS = Words.of("and or the a an any our also both all as well nor");
    private static final Set<String> LINKING = Words.of("though but which however");
    private static final Set<String> PRONOUNS = Words.of("it they them that this these those");
    /** What follows a verb whose object stands before it: {@code things we don't want in this service}. */
    private static final Set<String> WITHOUT_OBJECT =
            Words.of("right either so because since and as although in for at on here now any anymore"
                    + " yet today it them from within during before until");

    private static final Set<String> SPEAKERS = Words.of("we you i one nobody none both");
    private static final Set<String> AFTERTHOUGHTS = Words.of("not no hence thus so therefore on off out too");
    private static final Set<String> LATER =
            Words.of("year years month quarter version release phase sprint iteration");

    private Dismissal() {}

    /** Says whether a word means that something is needed. */
    static boolean isNeed(Text text, int at) {
        return text.isWord(at, NEEDS);
    }

    /** Returns where a dismissal after the hit ends, or -1 if there is none. */
    static int until(Text text, Lexicon.Hit hit) {
        int shrugged = Shrugs.until(text, hit);
        if (shrugged >= 0) {
            return shrugged;
        }
        int answered = Answers.until(text, hit.to());
        if (answered >= 0) {
            return answered;
        }
        boolean subject = isSubject(text, hit);
        for (int at = hit.to(); at < hit.to() + REACH && text.sameSentence(at, hit.from()); at++) {
            if (pauses(text, at, subject)) {
                return -1;
            }
            int end = endAt(text, at, hit);
            if (end != 0) {
                return end;
            }
            if (stops(text, at, subject)) {
                return -1;
            }
            subject &= !text.isWord(at, AUXILIARIES);
        }
        return -1;
    }

    /** The end of a dismissal that begins at a word, 0 if none does, -1 if the word says the opposite. */
    private static int endAt(Text text, int at, Lexicon.Hit hit) {
        if (at == hit.to() && text.isJoined(at) && text.isWord(at, Set.of("free", "less"))) {
            return at + 1;
        }
        int idiom = Idioms.endAfter(text, at);
        if (idiom >= 0 && !isOfAnother(text, hit.to(), at)) {
            return text.isWord(at - 1, NOT) ? -1 : idiom;
        }
        if (text.isWord(at, DISMISSED)) {
            return text.isWord(at - 1, NOT) ? -1 : at + 1;
        }
        if (text.isWord(at, Set.of("no")) && text.isWord(at + 1, Set.of("go")) && isLinked(text, at)) {
            return at + 2;
        }
        if (text.isWord(at, NOT)) {
            return needlessUntil(text, at);
        }
        if (text.isWord(at, Set.of("too")) && text.isWord(at + 1, Set.of("much")) && text.isWord(at - 1, AUXILIARIES)) {
            return at + 2;
        }
        if (text.token(at).is("out")) {
            return at == hit.to() && isLast(text, at) ? at + 1 : outUntil(text, at);
        }
        if (text.isWord(at, ENDED) && text.isWord(at + 1, PRONOUNS) && isLast(text, at + 1)) {
            return text.isWord(at - 1, NOT) ? -1 : at + 2;
        }
        if (text.isWord(at, Set.of("non")) && text.isWord(at + 1, Words.of("goal goals issue requirement starter"))) {
            return at + 2;
        }
        if (text.isWord(at, ENDED)
                && (text.isWord(at - 1, AUXILIARIES) || isLast(text, at) || isCaused(text, at, hit))) {
            return text.isWord(at - 2, NOT) || text.isWord(at - 1, NOT) ? -1 : at + 1;
        }
        if (isDecided(text, at)) {
            return at + 2;
        }
        if (text.isWord(at, Set.of("next"))) {
            return text.isWord(at - 1, Set.of("for", "until", "till")) && text.isWord(at + 1, LATER) ? at + 2 : 0;
        }
        if (text.isWord(at, Set.of("for", "to", "until", "till"))) {
            return isKeptForLater(text, at) ? at + 2 : 0;
        }
        if (text.isWord(at, Set.of("later"))) {
            return isPutOff(text, at) ? at + 1 : 0;
        }
        boolean hasTo = text.isWord(at - 1, Set.of("to")) && text.isWord(at - 2, Set.of("has", "have"));
        boolean wait = text.isWord(at, Set.of("wait", "go"))
                && (hasTo || text.isWord(at - 1, Set.of("can", "may", "could", "must")));
        boolean goes = at == hit.to() && text.isWord(at, Set.of("goes"));
        boolean put = wait && text.isWord(at + 1, Set.of("until", "till", "for"));
        return put || ((wait || goes) && isLast(text, at)) ? at + 1 : 0;
    }

    /** Between a thing and what is said of it no other thing takes the word. */
    private static boolean isOfAnother(Text text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.isWord(at, Words.of("that which who whom whose to"))) {
                return true;
            }
        }
        return false;
    }

    /** "with Cloudflare excluded by policy". */
    private static boolean isCaused(Text text, int at, Lexicon.Hit hit) {
        return at == hit.to() && text.isWord(at + 1, Words.of("by for from due because until per as"));
    }

    private static boolean isLinked(Text text, int at) {
        return text.isJoined(at + 1) || text.isWord(at - 1, Set.of("a", "is", "are"));
    }

    /** "leave payments for later", "payments come in a later version". */
    private static boolean isPutOff(Text text, int later) {
        boolean version = text.isWord(later + 1, Words.of("version release phase stage iteration date time"));
        boolean left = text.isWord(later - 1, Set.of("for", "until", "till"))
                || Nearby.before(text, later, 5, Words.of("leave add come comes follow follows do implement added"));
        return version || (left && isLast(text, later));
    }

    /** "leave payments, search and chat for version two". */
    private static boolean isKeptForLater(Text text, int to) {
        return text.isWord(to + 1, Words.of("version release phase v2 v3 stage iteration another sprint milestone"))
                && Nearby.before(text, to, REACH, Words.of("leave leaving keep save reserve push move moved shift"));
    }

    private static int outUntil(Text text, int out) {
        boolean of = text.isWord(out + 1, Set.of("of"))
                && (text.isWord(out + 2, Set.of("scope")) || text.isWord(out + 3, Set.of("question", "picture")));
        if (of) {
            return text.isWord(out + 2, Set.of("scope")) ? out + 3 : out + 4;
        }
        boolean verb = text.isWord(out - 1, Words.of("ruled left rule leave is are was stays")) || isParted(text, out);
        return verb ? out + 1 : 0;
    }

    /** "leave the chat out": the verb stands before the thing. */
    private static boolean isParted(Text text, int out) {
        for (int at = out - 1; at >= out - 5 && text.sameSentence(at, out); at--) {
            if (text.isWord(at, Words.of("leave leaving keep cut rip strip take"))) {
                return true;
            }
        }
        return false;
    }

    private static int needlessUntil(Text text, int not) {
        for (int at = not + 1; at <= not + 4 && text.sameSentence(at, not); at++) {
            if (text.isWord(at, Set.of("only", "just", "be"))
                    && at == not + 1
                    && !text.token(at).is("be")) {
                return -1;
            }
            boolean active = text.isWord(at, Set.of("need", "want", "include"))
                    && !isLast(text, at)
                    && !text.isWord(at + 1, WITHOUT_OBJECT);
            if (text.isWord(at, NEEDS) && !isMustHave(text, at) && !active) {
                return at + 1;
            }
            if (text.token(at).afterPause() || text.isWord(at, Set.of("but", "optional"))) {
                break;
            }
        }
        if (text.isWord(not + 1, Set.of("do")) && isLast(text, not + 1)) {
            return not + 2;
        }
        boolean ellipsis = isLast(text, not) && text.isWord(not - 1, Words.of("does do is are did"));
        boolean contracted = isLast(text, not) && text.token(not).word().endsWith("n't");
        return ellipsis || contracted ? not + 1 : 0;
    }

    /** What is no more than welcome is still wanted: {@code it isn't a must}. */
    private static boolean isMustHave(Text text, int at) {
        return text.isWord(at, Set.of("mandatory", "priority"))
                || text.isWord(at - 1, Set.of("strictly", "absolutely"));
    }

    static boolean isLast(Text text, int at) {
        return !text.sameSentence(at, at + 1) || text.token(at + 1).afterPause();
    }

    private static boolean pauses(Text text, int at, boolean subject) {
        return text.token(at).afterPause()
                && !isDismissedNext(text, at)
                && !isTakenUp(text, at)
                && !(subject ? leadsToVerb(text, at) : isLinking(text, at));
    }

    /** ", though not needed" and ", but we do without" go on; ", though webhooks are off" speaks of something else. */
    private static boolean isLinking(Text text, int at) {
        return text.isWord(at, LINKING)
                && !text.isWord(at + 1, Set.of("means", "meaning"))
                && (text.token(at).is("which")
                        || isAuxiliaryNext(text, at)
                        || isNegation(text, at + 1)
                        || text.isWord(at + 1, PRONOUNS)
                        || isEndedByOthers(text, at)
                        || text.isWord(at + 1, SPEAKERS));
    }

    /** ", but the customer cancelled them". */
    private static boolean isEndedByOthers(Text text, int linking) {
        for (int at = linking + 1; at <= linking + 4 && text.sameSentence(at, linking); at++) {
            if (text.isWord(at, ENDED) || (text.isWord(at, Set.of("of")) && text.isWord(at - 1, Set.of("rid")))) {
                return text.isWord(at + 1, PRONOUNS);
            }
        }
        return false;
    }

    /** ", that is no longer needed" speaks of the thing before it. */
    private static boolean isTakenUp(Text text, int at) {
        boolean passive = text.isWord(at, PRONOUNS)
                && text.isWord(at + 1, AUXILIARIES)
                && (isNegation(text, at + 2) || text.isWord(at + 2, ENDED));
        boolean active = text.isWord(at, SPEAKERS)
                && text.isWord(at + 1, NOT)
                && text.isWord(at + 2, Set.of("need", "want", "use"))
                && text.isWord(at + 3, PRONOUNS);
        return passive || active;
    }

    private static boolean stops(Text text, int at, boolean subject) {
        if (text.isWord(at, STOPS)) {
            return true;
        }
        if (text.isWord(at, Set.of("and", "or"))) {
            return !subject && !isAuxiliaryNext(text, at) && Idioms.endAfter(text, at + 1) < 0;
        }
        return text.isWord(at, Set.of("but", "however")) && !isLinking(text, at);
    }

    /** ", not needed" goes on, ", no login needed" speaks of something else. */
    private static boolean isDismissedNext(Text text, int at) {
        return text.isWord(at, DISMISSED)
                || (text.isWord(at, AFTERTHOUGHTS) && Idioms.endAfter(text, at) >= 0)
                || (text.isWord(at, Set.of("not")) && (isNeed(text, at + 1) || isNeed(text, at + 2)));
    }

    private static boolean isNegation(Text text, int at) {
        return text.isWord(at, NOT) || text.isWord(at, DISMISSED) || isDecided(text, at + 1);
    }

    /** "decided against it". */
    private static boolean isDecided(Text text, int against) {
        return text.isWord(against, Set.of("against"))
                && text.isWord(against - 1, Words.of("decided decide voted advised"))
                && text.isWord(against + 1, PRONOUNS);
    }

    private static boolean isAuxiliaryNext(Text text, int at) {
        return text.isWord(at + 1, AUXILIARIES) || text.isWord(at + 1, ENDED) || text.isWord(at + 1, NOT);
    }

    /** Says whether a comma stands in a list that is the subject of a verb: an "and" or "or" comes before the verb. */
    private static boolean leadsToVerb(Text text, int afterComma) {
        if (isLinking(text, afterComma)) {
            return true;
        }
        for (int at = afterComma; at < afterComma + REACH && text.sameSentence(at, afterComma); at++) {
            if (text.isWord(at, Set.of("and", "or"))) {
                return true;
            }
            if (text.isWord(at, AUXILIARIES) || text.isWord(at, NOT)) {
                return false;
            }
        }
        return false;
    }

    /** Says whether a thing begins its clause, alone or in a list, so that the verb after it speaks of it. */
    private static boolean isSubject(Text text, Lexicon.Hit hit) {
        int at = hit.from() - 1;
        for (; at >= 0 && text.sameSentence(at, hit.from()); at--) {
            if (text.isWord(at, GOVERNORS) || text.isWord(at, NOT)) {
                return false;
            }
            boolean listed = text.isWord(at, LIST_WORDS) || text.token(at + 1).afterPause();
            if (!listed && hit.from() - at > 2) {
                return true;
            }
        }
        return true;
    }
}
