package io.quantumlayer.security.internal.source;

import io.quantumlayer.security.internal.source.TextRule.Hit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The rules for contents, found by the words with which their matches begin. Immutable. */
final class TextRules {
    private final List<TextRule> rules;
    private final Placeholders placeholders;
    private final Beginnings beginnings;

    private TextRules(List<TextRule> rules, Placeholders placeholders) {
        this.rules = rules;
        this.placeholders = placeholders;
        this.beginnings = new Beginnings(rules);
    }

    static TextRules builtIn() {
        List<TextRule> rules = new ArrayList<>();
        RuleSheet.rules("text-rules.txt").forEach(entry -> rules.add(new SheetRule(rules.size(), entry)));
        rules.addAll(RulePack.builtIn().rules(rules.size()));
        return new TextRules(List.copyOf(rules), Placeholders.builtIn());
    }

    /** These rules and those of a pack, which are asked last. */
    TextRules and(RulePack pack) {
        List<TextRule> all = new ArrayList<>(rules);
        all.addAll(pack.rules(rules.size()));
        return new TextRules(List.copyOf(all), placeholders);
    }

    Beginnings beginnings() {
        return beginnings;
    }

    Placeholders placeholders() {
        return placeholders;
    }

    /** Which rules are for a file, by their numbers. */
    BitSet rulesFor(SourceText text) {
        BitSet numbers = new BitSet();
        rules.stream().filter(rule -> rule.isFor(text)).forEach(rule -> numbers.set(rule.number()));
        return numbers;
    }

    /** Leaves of matches whose values overlap the most severe, then the earlier rule's; in order of their places. */
    static List<Hit> strongest(List<Hit> hits) {
        List<Hit> ranked = new ArrayList<>(hits);
        ranked.sort(Comparator.comparing((Hit hit) -> hit.rule().rule().severity())
                .reversed()
                .thenComparingInt(hit -> hit.rule().number())
                .thenComparingInt(Hit::at));
        BitSet taken = new BitSet();
        List<Hit> strongest = new ArrayList<>();
        for (Hit hit : ranked) {
            int next = taken.nextSetBit(hit.start());
            if (next < 0 || next >= hit.end()) {
                taken.set(hit.start(), hit.end());
                strongest.add(hit);
            }
        }
        strongest.sort(Comparator.comparingInt(Hit::at));
        return strongest;
    }
}
