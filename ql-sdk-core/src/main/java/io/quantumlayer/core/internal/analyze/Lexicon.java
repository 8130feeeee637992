package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of one table in a text: at each word the longest one that fits. Immutable. */
final class Lexicon {
    /** The id of phrases that are known to mean nothing. */
    private static final String NOTHING = "-";

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Function<String, List<String>> forms;

    private record Phrase(String id, List<String> words) {}

    /**
     * A phrase in a text.
     *
     * @param id what it means
     * @param from its first token
     * @param to the token after its last one
     */
    record Hit(String id, int from, int to) {}

    /**
     * Creates a lexicon.
     *
     * @param table the phrases of each id, word by word
     * @param forms the basic forms of a word of a text, itself among them
     */
    Lexicon(Map<String, List<List<String>>> table, Function<String, List<String>> forms) {
        this.forms = forms;
        table.forEach((id, phrases) -> phrases.forEach(words -> byFirstWord
                .computeIfAbsent(words.get(0), w -> new ArrayList<>())
                .add(new Phrase(id, words))));
        byFirstWord.values().forEach(list -> list.sort(Comparator.comparingInt((Phrase p) -> -p.words.size())));
    }

    List<Hit> hits(Text text) {
        return text.hits(this, this::search);
    }

    private List<Hit> search(Text text) {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Phrase phrase = longest(text, at);
            if (phrase == null) {
                at++;
            } else {
                if (!phrase.id.equals(NOTHING)) {
                    hits.add(new Hit(phrase.id, at, at + phrase.words.size()));
                }
                at += phrase.words.size();
            }
        }
        return hits;
    }

    private @Nullable Phrase longest(Text text, int at) {
        Phrase longest = null;
        for (String form : forms.apply(text.token(at).word())) {
            for (Phrase phrase : byFirstWord.getOrDefault(form, List.of())) {
                boolean longer = longest == null || phrase.words.size() > longest.words.size();
                longest = longer && fits(text, at, phrase.words) ? phrase : longest;
            }
        }
        return longest;
    }

    private boolean fits(Text text, int at, List<String> words) {
        if (at + words.size() > text.size() || !text.sameSentence(at, at + words.size() - 1)) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            Token token = text.token(at + i);
            if ((i > 0 && token.afterPause()) || !forms.apply(token.word()).contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
