package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Keeps the features that a list under the heading {@code Features:} names and nobody here knows. */
final class NamedFeatures {
    private static final Set<String> HEADINGS = Words.of("features feature functionality functionalities capabilities");
    private static final Set<String> JOINTS = Set.of("and", "or", "plus");
    private static final Set<String> SMALL = Words.of("a an the with");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");
    private static final int MAX_WORDS = 3;

    private final Lexicon known;

    NamedFeatures(Lexicon known) {
        this.known = known;
    }

    void read(Text text, Reading reading) {
        for (int at = 1; at < text.size(); at++) {
            if (text.afterColon(at) && text.isWord(at - 1, HEADINGS)) {
                list(text, at, reading);
            }
        }
    }

    private void list(Text text, int from, Reading reading) {
        List<Lexicon.Hit> hits = known.hits(text);
        int start = from;
        for (int at = from; at <= text.size() && text.sameSentence(from, start); at++) {
            boolean ends = !text.sameSentence(at, from)
                    || (at > start && text.token(at).afterPause());
            if (ends || text.isWord(at, JOINTS)) {
                item(text, new Lexicon.Hit("", start, at), hits, reading);
                start = ends ? at : at + 1;
            }
        }
    }

    private static void item(Text text, Lexicon.Hit item, List<Lexicon.Hit> hits, Reading reading) {
        List<String> words = IntStream.range(item.from(), item.to())
                .mapToObj(i -> text.token(i).word())
                .filter(word -> !SMALL.contains(word) && !JOINTS.contains(word))
                .toList();
        boolean named = !words.isEmpty()
                && words.size() <= MAX_WORDS
                && words.stream().allMatch(word -> NAME.matcher(word).matches());
        boolean understood = hits.stream().anyMatch(hit -> hit.from() < item.to() && hit.to() > item.from());
        if (named && !understood) {
            reading.features.putIfAbsent(
                    String.join("_", words), Trait.stated(true, text.words(item.from(), item.to())));
        }
    }
}
