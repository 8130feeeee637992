package io.quantumlayer.core.internal.analyze;

import java.util.List;
import java.util.Set;

/** Writes a set of words as one text, which reads better than a hundred literals. */
final class Words {
    private Words() {}

    static Set<String> of(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }
}
