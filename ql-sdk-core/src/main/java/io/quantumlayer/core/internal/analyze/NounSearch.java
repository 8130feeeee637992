package io.quantumlayer.core.internal.analyze;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the noun before or after a place of one text, past small words, and up to what is no thing to keep. */
final class NounSearch {
    private static final Set<String> SMALL =
            Words.of("a an the my our its their your some all any of track for new simple small personal"
                    + " little basic tiny online list different various own internal multiple confidential"
                    + " sensitive");
    private static final Set<String> STOPS =
            Words.of("with and or that which in on to from by using at as is are where without no not so who"
                    + " for of including via per it has have can should must will through into but when while"
                    + " under over then plus only whose open available accessible based");
    private static final Set<String> NOT_THINGS =
            Words.of("rest restful go http json web crud simple small secure fast new basic tiny my our the a"
                    + " an me us mobile app production use service api backend micro public private internal"
                    + " create build make write generate develop implement deploy need want i we plain modern"
                    + " robust scalable ready free cheap good nice cloud native data something anything things"
                    + " stuff everything it them demo example sample test testing minimal lightweight little"
                    + " please server local machine this be token tokens session sessions state track in give"
                    + " high low full stack single page great best healthcare java expose exposes provide"
                    + " provides offer offers let lets allow allows support supports supporting return returns"
                    + " endpoint endpoints feature features");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");
    private static final int MAX_WORDS = 3;
    private static final int MAX_BEFORE = 2;
    private static final int MAX_LENGTH = 40;

    private final Text text;
    private final Set<Integer> taken = new HashSet<>();

    /**
     * Creates a search.
     *
     * @param text the text
     * @param meanings the tables whose phrases mean something else
     */
    NounSearch(Text text, List<Lexicon> meanings) {
        this.text = text;
        meanings.forEach(lexicon -> lexicon.hits(text)
                .forEach(hit -> IntStream.range(hit.from(), hit.to()).forEach(taken::add)));
    }

    /** Says whether a word belongs to a phrase that means something else. */
    boolean isTaken(int at) {
        return taken.contains(at);
    }

    /** The noun that begins at a place, without the small words before it. */
    Optional<FoundNoun> after(int at) {
        int from = at;
        while (text.isWord(from, SMALL) && text.sameSentence(at - 1, from)) {
            from++;
        }
        int to = from;
        while (to < from + MAX_WORDS && text.sameSentence(at - 1, to) && isThing(to) && !pausesBetween(from, to)) {
            to++;
        }
        return found(from, to);
    }

    /** The noun that ends before a place. */
    Optional<FoundNoun> before(int at) {
        if (at == 0 || text.token(at).afterPause()) {
            return Optional.empty();
        }
        if (at >= 2 && text.token(at - 2).is("to") && text.token(at - 1).is("do")) {
            return Optional.of(new FoundNoun("todo", at - 2, at));
        }
        int from = at;
        while (from > Math.max(0, at - MAX_BEFORE)
                && text.sameSentence(from - 1, at)
                && isThing(from - 1)
                && !text.isWord(from - 1, SMALL)
                && !pausesBetween(from - 1, from)) {
            from--;
        }
        return found(from, at);
    }

    private boolean pausesBetween(int from, int to) {
        return to > from && to < text.size() && text.token(to).afterPause();
    }

    private boolean isThing(int at) {
        String word = text.token(at).word();
        return !taken.contains(at)
                && !STOPS.contains(word)
                && !NOT_THINGS.contains(word)
                && NAME.matcher(word).matches();
    }

    private Optional<FoundNoun> found(int from, int to) {
        if (to <= from) {
            return Optional.empty();
        }
        Deque<String> words = IntStream.range(from, to)
                .mapToObj(i -> text.token(i).word())
                .collect(Collectors.toCollection(ArrayDeque::new));
        words.addLast(Nouns.singular(words.removeLast()));
        String noun = String.join("-", words);
        boolean sized = noun.length() >= 2 && noun.length() <= MAX_LENGTH;
        return sized ? Optional.of(new FoundNoun(noun, from, to)) : Optional.empty();
    }
}
