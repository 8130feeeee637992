package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import java.util.List;

/** What all words on one thing come to. */
final class Mentions {
    private Mentions() {}

    /**
     * The last word counts, as in a second thought; where it is no second thought, opposite words are a contradiction.
     *
     * @param text the sentence
     * @param said the words in their order, at least one
     * @param kept whether the thing is kept in a contradiction, whichever word came last
     * @param reading takes the contradiction
     * @return what is stated
     */
    static Trait<Boolean> resolve(Text text, List<Polarity.Said> said, boolean kept, Reading reading) {
        Polarity.Said last = said.get(said.size() - 1);
        List<Polarity.Said> others =
                said.stream().filter(one -> one.wanted() != last.wanted()).toList();
        if (others.isEmpty() || SecondThoughts.between(text, others.get(0).from(), last.from())) {
            return Trait.stated(last.wanted(), last.words(text));
        }
        Polarity.Said other = others.get(0);
        reading.contradictions.add("The sentence says both '" + other.words(text) + "' and '" + last.words(text) + "'");
        Polarity.Said counts = kept && !last.wanted() ? other : last;
        return Trait.stated(counts.wanted(), counts.words(text));
    }
}
