package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The nouns of a text that name a kind. What stands behind a preposition ({@code an API for a mobile app}) is the
 * application's surroundings, and of words that follow each other the last is the noun ({@code mobile app backend}).
 *
 * @param all every one that is wanted
 * @param own those that name the application itself; after a second thought, those said last
 */
record HeadNouns(List<Lexicon.Hit> all, List<Lexicon.Hit> own) {
    private static final Set<String> SURROUNDING =
            Words.of("for by from to of behind via through on in into like replaces calls serving replacing"
                    + " against uses consuming calling queries querying fetching fetches powers feeding feeds"
                    + " embedded about inside monitors monitoring called existing external");
    private static final Set<String> OTHERS =
            Words.of("existing external our their your third-party other another legacy current old github"
                    + " public partner's google stripe");
    private static final Set<String> NEW = Words.of("with and or create build need want plus make write is are");
    private static final int DESCRIBED = 4;

    static HeadNouns of(Text text, List<Lexicon.Hit> hits) {
        List<Lexicon.Hit> all = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            Lexicon.Hit hit = hits.get(i);
            boolean last = i + 1 == hits.size()
                    || hits.get(i + 1).from() != hit.to()
                    || text.token(hit.to()).afterPause();
            if (last && Polarity.of(text, hit).wanted()) {
                all.add(hit);
            }
        }
        List<Lexicon.Hit> own = new ArrayList<>(
                all.stream().filter(hit -> !isSurrounding(text, hit)).toList());
        while (own.size() > 1 && isReplaced(text, own.get(0), own.get(1))) {
            own.remove(0);
        }
        return new HeadNouns(List.copyOf(all), List.copyOf(own));
    }

    private static boolean isReplaced(Text text, Lexicon.Hit first, Lexicon.Hit second) {
        return !first.id().equals(second.id())
                && text.token(first.from()).sentence()
                        < text.token(second.from()).sentence()
                && startsWithThought(text, second.from());
    }

    private static boolean startsWithThought(Text text, int at) {
        int start = text.start(at);
        return text.isWord(start, Words.of("actually no wait scratch correction sorry hmm oops"))
                || (text.isWord(start, Set.of("on")) && text.isWord(start + 2, Set.of("thought", "thoughts")));
    }

    static boolean isSurrounding(Text text, Lexicon.Hit hit) {
        if (text.sameSentence(hit.from(), hit.to())
                && (text.isWord(hit.to(), Set.of("exists"))
                        || (text.isWord(hit.to(), Set.of("is", "already"))
                                && text.isWord(hit.to() + 1, Words.of("already exists there"))))) {
            return true;
        }
        int before = hit.from() - 1;
        // A few words may describe it: "for a small native mobile app".
        for (int described = 0;
                described < DESCRIBED && before >= 0 && !text.token(before + 1).afterPause();
                described++) {
            if (text.isWord(before, SURROUNDING) && !isPartOfName(text, before)) {
                return text.sameSentence(before, hit.from());
            }
            if (text.isWord(before, NEW)) {
                return false;
            }
            if (text.isWord(before, OTHERS) && text.sameSentence(before, hit.from()) && isTold(text, before)) {
                return true;
            }
            before--;
        }
        return false;
    }

    /** "to-do" and "Ruby on Rails" hold a preposition and lead to nothing. */
    private static boolean isPartOfName(Text text, int at) {
        return text.isWord(at + 1, Set.of("do", "rails")) || text.isJoined(at + 1);
    }

    /** Something of others is talked to, not built: {@code talks to our existing API}. */
    private static boolean isTold(Text text, int at) {
        return text.isWord(at, Set.of("existing", "external", "legacy"));
    }
}
