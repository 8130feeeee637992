package io.quantumlayer.core.internal.analyze;

import java.util.Set;

/**
 * Knows where the name of a feature or a programme only says what somebody or something else is about: {@code our
 * payments team asked}, {@code the museum of encryption}, {@code a SOC analyst}, {@code searching for a
 * partner}. Immutable.
 */
final class Bystanders {
    /** Deeds that are words for a thing too: before a noun in the plural they do something with it. */
    private static final Set<String> DEEDS =
            Words.of("search notify email upload cache queue monitor pay encrypt schedule authenticate audit throttle"
                    + " chat");

    private static final Set<String> BEFORE_THING =
            Words.of("a an the our my your their his her its this that of from by in at for");
    private static final Set<String> ARTICLES = Words.of("a an the our my your their his her its some any for");
    private static final Set<String> TOPIC_LINKS = Words.of("of on about in for");

    private final Set<String> people;
    private final Set<String> groups;
    private final Set<String> studies;
    private final Set<String> sought;
    private final Set<String> hoards;

    Bystanders(Vocabulary vocabulary) {
        this.people = Set.copyOf(vocabulary.table("bystanders").get("people"));
        this.groups = Set.copyOf(vocabulary.table("bystanders").get("group"));
        this.studies = Set.copyOf(vocabulary.table("bystanders").get("study"));
        this.sought = Set.copyOf(vocabulary.table("bystanders").get("sought"));
        this.hoards = Set.copyOf(vocabulary.table("bystanders").get("hoard"));
    }

    boolean isAt(Text text, Lexicon.Hit hit) {
        return isOfOthers(text, hit) || isOfPeople(text, hit) || isStudied(text, hit) || isOther(text, hit);
    }

    /** "a gateway that already throttles". */
    private static boolean isOfOthers(Text text, Lexicon.Hit hit) {
        return text.isWord(hit.from() - 1, Set.of("already"))
                && text.isWord(hit.from() - 2, Words.of("that which who"))
                && text.sameSentence(hit.from() - 2, hit.from());
    }

    private boolean isOfPeople(Text text, Lexicon.Hit hit) {
        if (!goesOn(text, hit.to()) || text.token(hit.from()).word().endsWith("ed")) {
            return false;
        }
        boolean deed = hit.to() - hit.from() == 1 && text.isWord(hit.from(), DEEDS);
        boolean people = text.isWord(hit.to(), this.people)
                || text.isWord(hit.to(), groups)
                || (goesOn(text, hit.to() + 1) && !isSmall(text, hit.to()) && text.isWord(hit.to() + 1, groups));
        return people && (!deed || text.isWord(hit.from() - 1, BEFORE_THING));
    }

    private static boolean isSmall(Text text, int at) {
        return text.isWord(at, Words.of("for by of in to from with and or the a an our your their via on at is are"));
    }

    /** "a museum of encryption", "a course on caching". */
    private boolean isStudied(Text text, Lexicon.Hit hit) {
        int before = hit.from() - 1;
        while (text.isWord(before, ARTICLES) && !text.isWord(before, Set.of("for"))) {
            before--;
        }
        return text.sameSentence(before - 1, hit.from())
                && text.isWord(before, TOPIC_LINKS)
                && text.isWord(before - 1, studies);
    }

    /** "searching for a partner", "a cache of weapons". */
    private boolean isOther(Text text, Lexicon.Hit hit) {
        if (hit.to() - hit.from() > 1 || !goesOn(text, hit.to())) {
            return false;
        }
        int object = hit.to();
        boolean forIt = text.isWord(object, Set.of("for"));
        boolean ofIt = text.isWord(object, Set.of("of"));
        while (text.isWord(object + 1, ARTICLES)) {
            object++;
        }
        return (hit.id().equals("search") && forIt && text.isWord(object + 1, sought))
                || (hit.id().equals("cache") && ofIt && text.isWord(object + 1, hoards));
    }

    private static boolean goesOn(Text text, int at) {
        return text.sameSentence(at - 1, at) && !text.token(at).afterPause();
    }
}
