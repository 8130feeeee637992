package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/** The words that negate what follows them, alone or with a neighbour, and where another one turns them around. */
final class Negators {
    private static final Set<String> ALONE =
            Words.of("no not without never non neither nor don't dont doesn't doesnt isn't isnt aren't arent"
                    + " won't wont needn't neednt wouldn't didn't skip skips skipping drop dropping remove"
                    + " removing omit omitting avoid avoids avoiding exclude excludes excluding forget minus"
                    + " sans scratch ditch disable disabling cannot can't cant shouldn't shouldnt mustn't"
                    + " mustnt lacks lacking nothing none forbid forbids forbidden prohibit prohibits"
                    + " prohibited ban bans banned refuse refuses nix ain't nobody scrap scrapping postpone"
                    + " postponing defer deferring kill nowhere hates hate dislike eliminate wasn't weren't"
                    + " haven't hasn't zero boycott boycotts quit");
    /** Verbs and prepositions that a further negation turns around. */
    private static final Set<String> TURNED =
            Words.of("without skip skipping drop dropping remove removing omit omitting avoid avoiding exclude"
                    + " excluding forget disable disabling leave out minus ditch lacking lack");

    private static final Set<String> TURNING =
            Words.of("no not never don't dont can't cannot cant shouldn't mustn't won't doesn't nobody none"
                    + " nothing isn't aren't unusable inaccessible useless impossible reject rejects rejected"
                    + " refuse refuses refused deny denies denied forbidden blocked unacceptable lost helpless wrong"
                    + " mistake crazy insane foolish irresponsible unthinkable stupid silly reckless dangerous risky"
                    + " illegal madness negligent pointless worthless broken fail fails fool foolhardy shame");
    private static final Set<String> LAMENTS =
            Words.of("unusable useless lost impossible unbearable worthless pointless broken unacceptable unthinkable"
                    + " dead fails collapses crashes doomed sunk hopeless");
    private static final Set<String> FAILING =
            Words.of("work works survive do fly scale function live" + " cope launch ship");

    private static final Set<String> NO_ENTRY =
            Words.of("access entry one user users page pages endpoint endpoints request requests call calls"
                    + " operation operations action actions data record way change changes visitor visitors"
                    + " route routes write writes read reads api");
    /** What there shall be zero of says nothing about what follows it. */
    private static final Set<String> NOUGHT =
            Words.of("trust downtime cost costs knowledge day days dollars euros usd eur latency data loss tolerance"
                    + " touch config configuration copy padding based budget conf setup or to in of and");
    /** Words between a negation and the verb that it turns around: {@code do not even think about skipping}. */
    private static final Set<String> ON_THE_WAY = Words.of("even think about dream of consider ever try dare to be");

    private static final Set<String> ACTORS = Words.of("we i they you i've we've they've have has are just already");

    private static final Set<String> CLAUSE_ENDS = Words.of("and but or so because while");
    private static final int FAR = 6;
    private static final int FAR_BACK = 8;
    private static final int NEAR = 2;

    private Negators() {}

    /** Says whether words from a negation on only lead to what it negates: {@code don't bother with}. */
    static boolean isBridge(Text text, int at) {
        boolean with = text.isWord(at, Set.of("with", "about", "in", "for"));
        return with
                && text.isWord(
                        at - 1,
                        Words.of("bother worry care interested need needs dealing deal concerned fuss point use reason"
                                + " demand interest thinking think talking comply compliance conform do"))
                && (isAt(text, at - 2) || isAt(text, at - 3) || isAt(text, at - 4));
    }

    /** Says whether a word negates what follows it. */
    static boolean isAt(Text text, int at) {
        if (at < 0 || at >= text.size()) {
            return false;
        }
        int idiom = Idioms.startBefore(text, at);
        if (idiom >= 0 && !isAbility(text, idiom)) {
            return true;
        }
        if (!text.isWord(at, Set.of("no", "not", "never", "neither", "nothing")) && isAbility(text, at)) {
            return false;
        }
        return switch (text.token(at).word()) {
            case "of" ->
                text.isWord(at - 1, Words.of("instead rid devoid free lack absence lieu"))
                        || (text.isWord(at - 1, Set.of("place")) && text.isWord(at - 2, Set.of("in")));
            case "doubt" ->
                text.isWord(at + 1, Words.of("that we if whether it you they i anyone")) && !isNegatedBefore(text, at);
            case "replace", "replaces", "replacing", "swap", "swapping", "substitute" -> isExchanged(text, at);
            case "replaced", "swapped", "substituted" -> text.isWord(at - 1, ACTORS) && isExchanged(text, at);
            case "than" -> text.isWord(at - 1, Set.of("other")) || Nearby.before(text, at, FAR, Set.of("rather"));
            case "from" ->
                text.isWord(at - 1, Words.of("away apart aside refrain abstain off far free exempt exempted"));
            case "against" -> text.isWord(at - 1, Words.of("voted decided decide vote advise advised are is am be"));
            case "waste" -> text.isWord(at + 1, Set.of("to", "of"));
            case "leave", "leaving", "left", "rule", "ruled", "ruling", "take", "keep" ->
                text.isWord(at + 1, Set.of("out")) || isLeft(text, at);
            case "circumstances", "account", "means", "way" ->
                text.isWord(at - 1, Set.of("no")) && text.isWord(at - 2, Words.of("under on by in"));
            case "turn", "switch", "turned", "switched" -> text.isWord(at + 1, Set.of("off"));
            case "stop" -> at + 1 < text.size() && text.token(at + 1).word().endsWith("ing");
            case "opt", "opting", "opted" -> text.isWord(at + 1, Set.of("out"));
            case "hold" -> text.isWord(at - 1, Set.of("but", "please")) && text.isWord(at + 1, Set.of("the"));
            case "outside" -> text.isWord(at - 1, Words.of("fall falls fell lie lies"));
            case "used" ->
                text.isWord(at + 1, Set.of("to"))
                        && text.isWord(at + 2, Words.of("have offer"))
                        && !text.isWord(at - 1, Words.of("is are be was were being get"));
            case "excluded", "omitted", "dropped", "skipped", "removed", "unwanted", "unnecessary", "forbidden" ->
                ALONE.contains(text.token(at).word())
                        || (at == text.start(at) && text.isWord(at + 1, Set.of("is", "are")));
            case "but" -> isAnythingBut(text, at);
            case "except", "besides" -> !isNegatedBefore(text, at);
            case "rather" -> text.isWord(at + 1, Set.of("not"));
            case "off" -> text.isWord(at + 1, Set.of("limits")) || text.isWord(at - 1, Set.of("hold", "holding"));
            case "spare" -> text.isWord(at + 1, Set.of("me", "us"));
            default -> ALONE.contains(text.token(at).word()) && !isMere(text, at);
        };
    }

    /** No more than words: {@code not only}, {@code no later than}, {@code not sure}. */
    private static boolean isMere(Text text, int at) {
        boolean longerThan = text.isWord(at + 1, Set.of("longer")) && text.isWord(at + 2, Set.of("than"));
        boolean fancy = text.token(at).is("nothing")
                && !text.isWord(at + 1, Words.of("like about with on in is gets may to real realtime paid live"));
        boolean noGo = text.isJoined(at + 1) && text.isWord(at + 1, Words.of("go brainer nonsense frills fuss one"));
        boolean noMore =
                text.token(at).is("no") && text.isWord(at + 1, Set.of("more")) && !text.isWord(at + 2, Set.of("than"));
        boolean nought = text.token(at).is("zero") && text.isWord(at + 1, NOUGHT);
        if (noMore) {
            return false;
        }
        return longerThan
                || nought
                || noGo
                || fancy
                || text.isWord(
                        at + 1,
                        Words.of("only just later more less sure matter problem doubt merely least simply necessarily"
                                + " wonder fewer earlier bigger smaller higher lower frills strings worries hurry"
                                + " rush idea secret all every everyone everybody always"));
    }

    /** "users can remove uploads" tells what they are able to do, "you can skip the login" what is not needed. */
    private static boolean isAbility(Text text, int verb) {
        int at = verb - 1;
        if (text.isWord(at, Set.of("and", "or"))) {
            at -= 2;
        }
        return text.sameSentence(at - 1, verb)
                && text.isWord(at, Set.of("can", "may", "could", "might"))
                && !text.isWord(at - 1, Words.of("you we i it that this one api service app"));
    }

    /** "we left Vercel last year". */
    private static boolean isLeft(Text text, int at) {
        return text.isWord(at, Set.of("left", "leaving"))
                && text.isWord(at - 1, ACTORS)
                && !text.isWord(at + 1, Words.of("the a an it that this these those behind to our my some"));
    }

    /** "replace the queue with a cron job": what stands between the two is given up. */
    private static boolean isExchanged(Text text, int verb) {
        return Nearby.after(text, verb, FAR, Set.of("with", "by", "for"));
    }

    private static boolean isAnythingBut(Text text, int but) {
        for (int at = but - 1; at >= but - 3 && text.sameSentence(at, but); at--) {
            if (text.isWord(at, Words.of("anything everything anywhere any all every everywhere whatever whichever"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNegatedBefore(Text text, int at) {
        for (int i = at - 1; i >= at - FAR && text.sameSentence(i, at); i--) {
            if (ALONE.contains(text.token(i).word())) {
                return true;
            }
        }
        return false;
    }

    /** Says whether what follows tells that nothing goes like this: {@code without a cache it would be unusable}. */
    static boolean isLamented(Text text, int from) {
        for (int at = from; at < from + FAR_BACK && text.sameSentence(at, from - 1); at++) {
            if (text.isWord(at, LAMENTS)) {
                return true;
            }
            if (text.isWord(at, FAILING) && Nearby.before(text, at, 2, TURNING)) {
                return true;
            }
        }
        return false;
    }

    /** Says whether another negation before it makes it mean the opposite. */
    static boolean isTurned(Text text, int negator) {
        int idiom = Idioms.startBefore(text, negator);
        if (idiom < 0 && !text.isWord(negator, TURNED)) {
            return false;
        }
        boolean without = text.token(negator).is("without");
        int reach = without ? FAR_BACK : NEAR;
        int nearest = (idiom < 0 ? negator : idiom) - 1;
        while (text.isWord(nearest, ON_THE_WAY) && text.sameSentence(nearest, negator)) {
            nearest--;
        }
        for (int at = nearest; at > nearest - reach && text.sameSentence(at, negator); at--) {
            if (text.token(at + 1).afterPause() || text.isWord(at, CLAUSE_ENDS)) {
                return false;
            }
            boolean entry = !text.token(at).is("no") || at + 2 >= negator || text.isWord(at + 1, NO_ENTRY);
            if (text.isWord(at, TURNING) && entry) {
                return true;
            }
        }
        return false;
    }
}
