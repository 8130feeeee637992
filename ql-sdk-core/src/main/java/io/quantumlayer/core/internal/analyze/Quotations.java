package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is quoted from a text, outside of the orders to the reader that stand in it. For one thread. */
final class Quotations {
    private final Text text;
    private final Set<Integer> heard = new HashSet<>();

    private Quotations(Text text) {
        this.text = text;
        InertWords.removed(text, new Reading()).tokens().forEach(token -> heard.add(token.start()));
    }

    static Quotations of(String text) {
        return new Quotations(Text.of(text));
    }

    /** All of them as the text writes them; nothing if one of them does not stand there. */
    Optional<List<String>> all(List<String> quoted) {
        if (quoted.isEmpty() || quoted.size() > RequirementAnalyzer.MAX_QUOTATIONS) {
            return Optional.empty();
        }
        List<String> written = new ArrayList<>();
        for (String words : quoted) {
            Optional<String> found = find(words);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            written.add(found.get());
        }
        return Optional.of(written);
    }

    private Optional<String> find(String words) {
        if (words.length() > RequirementAnalyzer.MAX_QUOTATION) {
            return Optional.empty();
        }
        List<Token> quoted = Text.of(words).tokens();
        for (int at = 0; !quoted.isEmpty() && at + quoted.size() <= text.size(); at++) {
            if (stands(quoted, at)) {
                return Optional.of(text.words(at, at + quoted.size()));
            }
        }
        return Optional.empty();
    }

    private boolean stands(List<Token> quoted, int from) {
        for (int i = 0; i < quoted.size(); i++) {
            Token token = text.token(from + i);
            if (!token.is(quoted.get(i).word()) || !heard.contains(token.start())) {
                return false;
            }
        }
        return text.sameSentence(from, from + quoted.size() - 1);
    }
}
