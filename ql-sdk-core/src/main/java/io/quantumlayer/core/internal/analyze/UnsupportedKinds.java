package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The kinds that have no place on any provider, with the reason of each. */
final class UnsupportedKinds {
    private final Lexicon phrases;
    private final Map<String, List<String>> reasons;

    UnsupportedKinds(Vocabulary vocabulary) {
        this.phrases = vocabulary.lexicon("unsupported");
        this.reasons = vocabulary.table("unsupported reasons");
    }

    /** The given kinds and those that are not supported, in the order of the text; of two at a place the longer one. */
    List<Lexicon.Hit> with(Text text, List<Lexicon.Hit> kinds) {
        List<Lexicon.Hit> all = new ArrayList<>(kinds);
        for (Lexicon.Hit hit : phrases.hits(text)) {
            List<Lexicon.Hit> over = all.stream()
                    .filter(kind -> kind.from() < hit.to() && hit.from() < kind.to())
                    .toList();
            boolean longest = over.stream().allMatch(kind -> kind.to() - kind.from() < hit.to() - hit.from());
            if (longest) {
                all.removeAll(over);
                all.add(new Lexicon.Hit(AppKind.UNSUPPORTED.name(), hit.from(), hit.to()));
            }
        }
        all.sort(Comparator.comparingInt(Lexicon.Hit::from));
        return all;
    }

    /** Why a hit of {@link #with} cannot be deployed. */
    String reason(Text text, Lexicon.Hit found) {
        return phrases.hits(text).stream()
                .filter(hit -> hit.from() == found.from())
                .map(hit -> reasons.getOrDefault(hit.id(), List.of()))
                .map(parts -> String.join(", ", parts))
                .findFirst()
                .orElse("nothing here can place it");
    }
}
