package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes out what stands between two pauses and says nothing of its own: {@code should not, if possible, send}. */
final class Asides {
    private static final Set<List<String>> PHRASES = Set.of(
            List.of("under", "any", "circumstances"),
            List.of("on", "the", "other", "hand"),
            List.of("at", "any", "time"),
            List.of("at", "least", "for", "now"),
            List.of("for", "now"),
            List.of("of", "course"),
            List.of("by", "the", "way"),
            List.of("in", "any", "case"),
            List.of("in", "my", "opinion"),
            List.of("if", "possible"),
            List.of("above", "all"),
            List.of("failing", "that"),
            List.of("if", "you", "ask", "me"),
            List.of("i", "think"),
            List.of("i", "guess"),
            List.of("however"),
            List.of("please"),
            List.of("ever"),
            List.of("frankly"),
            List.of("honestly"),
            List.of("obviously"),
            List.of("though"));
    private static final int LONGEST = 4;

    private Asides() {}

    static Text removed(Text text) {
        Set<Integer> aside = new HashSet<>();
        for (int at = 1; at < text.size(); at++) {
            int end = endOfAside(text, at);
            for (int i = at; i < end; i++) {
                aside.add(i);
            }
        }
        if (aside.isEmpty()) {
            return text;
        }
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            Token token = text.token(i);
            if (!aside.contains(i)) {
                boolean joined = aside.contains(i - 1);
                kept.add(joined ? new Token(token.word(), token.start(), token.end(), token.sentence(), false) : token);
            }
        }
        return text.with(kept);
    }

    /** Where an aside that begins at a word ends, or 0 if none begins there. */
    private static int endOfAside(Text text, int from) {
        if (!text.token(from).afterPause() || !text.sameSentence(from - 1, from)) {
            return 0;
        }
        List<String> words = new ArrayList<>();
        for (int at = from; at < from + LONGEST && text.sameSentence(at + 1, from); at++) {
            words.add(text.token(at).word());
            if (text.token(at + 1).afterPause()) {
                return PHRASES.contains(words) ? at + 1 : 0;
            }
        }
        return 0;
    }
}
