package io.quantumlayer.core.internal.analyze;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words around a place, which say whether it is a limit, a wish, the home of the users, or only a subject. */
final class PlaceWords {
    private static final Set<String> LIMITS_BEFORE =
            Words.of("only stay stays remain remains leave leaves residency resident exclusively strictly"
                    + " solely must inside within sovereign stored kept processed confined restricted limited"
                    + " keep store locked held sovereignty");
    private static final Set<String> LIMITS_AFTER =
            Words.of("only exclusively soil residency territory borders border nowhere solely sovereign");
    private static final Set<String> PREFERENCES =
            Words.of("mostly prefer preferably ideally mainly primarily preference preferred prefers favour"
                    + " anywhere somewhere possible largely predominantly usually typically rather best nice");
    private static final Set<String> PREFERENCES_AFTER =
            Words.of("preferred preferably ideally mostly mainly possible nice fine primarily preferable first");
    private static final Set<String> HOSTING =
            Words.of("host hosted hosting run runs running deploy deployed region regions server servers"
                    + " located datacenter datacentre available deployment placed place live lives datacenters"
                    + " rolled launch operate operated put aws azure cloud gcp kubernetes");
    private static final Set<String> AUDIENCE =
            Words.of("user users customer customers audience traffic visitors clients close near");
    private static final Set<String> OF_ADJECTIVES =
            Words.of("data region regions server servers hosting cloud soil datacenter datacentre residency"
                    + " territory datacenters provider providers user users customer customers audience"
                    + " visitors clients exclusively law jurisdiction borders infrastructure");
    private static final int REACH = 8;
    private static final int REACH_AFTER = 3;
    private static final int REACH_NICE = 6;

    private final Text text;
    private final Lexicon.Hit hit;
    private final Lexicon.@Nullable Hit former;

    /**
     * Creates the view.
     *
     * @param text the text
     * @param hit the place
     * @param former the place before it in the text, whose words are not this one's, if there is one
     */
    PlaceWords(Text text, Lexicon.Hit hit, Lexicon.@Nullable Hit former) {
        this.text = text;
        this.hit = hit;
        this.former = former;
    }

    /** An adjective speaks of a place and not of a taste: {@code Swiss servers}, not {@code Swiss cheese}. */
    static boolean isOfPlace(Text text, Lexicon.Hit hit) {
        boolean next = text.sameSentence(hit.from(), hit.to())
                && !text.token(hit.to()).afterPause()
                && (text.isWord(hit.to(), OF_ADJECTIVES)
                        || (text.isWord(hit.to(), Set.of("only")) && text.isWord(hit.from(), Set.of("european")))
                        || (text.isWord(hit.to(), Set.of("data", "cloud"))
                                && text.isWord(hit.to() + 1, Words.of("center centre centers centres region"))));
        boolean they = text.isWord(hit.from() - 1, Set.of("are", "is", "be"))
                && text.isWord(hit.from() - 2, Words.of("customers users audience visitors clients"));
        boolean single = !text.isWord(hit.to(), Set.of("cloud")) || text.sameSentence(hit.from(), hit.to());
        return (next && single) || they;
    }

    Lexicon.Hit hit() {
        return hit;
    }

    boolean isPreference() {
        boolean after = afterwards(PREFERENCES_AFTER, REACH_NICE, true);
        boolean only = isLimitedAfter() && !before(PREFERENCES);
        return !only && (before(PREFERENCES) || after) && !before(Set.of("must", "stay", "remain"));
    }

    boolean isLimit() {
        return before(LIMITS_BEFORE) || isLimitedAfter() || isBased(Set.of("only"));
    }

    private boolean isLimitedAfter() {
        return afterwards(LIMITS_AFTER, REACH_AFTER, false) || isNowhereElse();
    }

    private boolean isNowhereElse() {
        for (int at = hit.to(); at < hit.to() + REACH && text.sameSentence(at, hit.from()); at++) {
            if (text.isWord(at, Set.of("nowhere"))
                    || (text.isWord(at, Set.of("not")) && text.isWord(at + 1, Set.of("elsewhere")))) {
                return true;
            }
        }
        return false;
    }

    boolean isHosting() {
        return before(HOSTING) || afterwards(HOSTING, REACH_AFTER, false) || isBased(Set.of("based", "hosted"));
    }

    /** A clause of nothing but places: {@code a Go API, EU}. */
    boolean isAlone() {
        Lexicon.Hit other = former;
        boolean listed = other != null && hit.from() - other.to() == 1 && text.isWord(other.to(), Set.of("or", "and"));
        int from = listed && other != null ? other.from() : hit.from();
        boolean starts = from == text.start(from) || text.token(from).afterPause();
        int next = text.isWord(hit.to(), Set.of("or", "and")) ? hit.to() + 2 : hit.to();
        boolean ends = !text.sameSentence(hit.from(), next) || text.token(next).afterPause();
        return starts && ends;
    }

    boolean isAudience() {
        return before(AUDIENCE) || afterwards(AUDIENCE, REACH_AFTER, false);
    }

    private boolean isBased(Set<String> words) {
        return text.isJoined(hit.to()) && text.isWord(hit.to(), words);
    }

    /** Says whether one of the words stands before the place, in its sentence and after another one's own words. */
    boolean before(Set<String> words) {
        int limit = hit.from() - REACH;
        for (int at = hit.from() - 1; at >= limit && text.sameSentence(at, hit.from()); at--) {
            if (text.isWord(at, words)) {
                return !isOfFormer(at);
            }
            if (text.isWord(at, Set.of("but", "while", "whereas")) && hit.from() - at > 1) {
                return false;
            }
        }
        return false;
    }

    /** A word that follows the former place directly, such as its "only", belongs to that one. */
    private boolean isOfFormer(int at) {
        Lexicon.Hit other = former;
        if (other == null || at < other.to()) {
            return other != null && at < other.from() && isSeparated(other);
        }
        return at == other.to() && text.isWord(at, Set.of("only", "exclusively", "preferred"));
    }

    /** Between two places of one list there is no new verb. */
    private boolean isSeparated(Lexicon.Hit other) {
        for (int at = other.to(); at < hit.from(); at++) {
            if (text.isWord(at, Words.of("and or")) && hit.from() - at <= 2) {
                return false;
            }
        }
        return text.token(hit.from()).afterPause() ? hit.from() - other.to() > 2 : hit.from() - other.to() > 1;
    }

    private boolean afterwards(Set<String> words, int reach, boolean polite) {
        for (int at = hit.to(); at < hit.to() + reach && text.sameSentence(at, hit.from()); at++) {
            if (text.token(at).afterPause()
                    && !text.isWord(at, words)
                    && (!polite || text.isWord(at, Set.of("a", "an")))) {
                return false;
            }
            if (text.isWord(at, words)) {
                return true;
            }
        }
        return false;
    }
}
