package io.quantumlayer.security.internal.source;

import io.quantumlayer.security.internal.scan.Patience;
import io.quantumlayer.security.internal.source.TextRule.Hit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One search of one text, from its first to its last character, in time linear in its length: what all tries together
 * may read is bounded, and a text that uses this up is crowded.
 */
final class TextSearch {
    private static final int READ_PER_CHARACTER = 2;
    private static final int READ_AT_LEAST = 1 << 19;
    private static final int BREATH = 1 << 16;

    private final TextRules rules;
    private final SourceText text;
    private final Patience patience;
    private final BitSet wanted;
    private final int[] next;
    private final List<Hit> hits = new ArrayList<>();
    private long left;

    TextSearch(TextRules rules, SourceText text, Patience patience) {
        this.rules = rules;
        this.text = text;
        this.patience = patience;
        this.wanted = rules.rulesFor(text);
        this.next = new int[wanted.length()];
        this.left = READ_AT_LEAST + (long) READ_PER_CHARACTER * text.content().length();
    }

    /** The matches in order, none of which overlaps another. */
    List<Hit> run() {
        String content = text.content();
        for (int at = 0; at < content.length() && !crowded(); at++) {
            if (at % BREATH == 0) {
                patience.check();
            }
            begin(at);
        }
        return TextRules.strongest(hits);
    }

    /** Whether the search ended before the text did. */
    boolean crowded() {
        return left <= 0;
    }

    private void begin(int at) {
        String content = text.content();
        Beginnings words = rules.beginnings();
        int step = words.root();
        for (int i = at; i < content.length() && step >= 0; i++) {
            step = words.step(step, content.charAt(i));
            if (step >= 0) {
                words.ending(step).forEach(rule -> attempt(rule, at));
            }
        }
    }

    private void attempt(TextRule rule, int at) {
        int number = rule.number();
        if (wanted.get(number) && at >= next[number] && rule.mayBegin(text.content(), at)) {
            Window window = rule.window(text.content(), at);
            rule.match(text, window, rules.placeholders()).ifPresent(hit -> {
                hits.add(hit);
                next[number] = hit.end();
            });
            left -= window.read();
        }
    }
}
