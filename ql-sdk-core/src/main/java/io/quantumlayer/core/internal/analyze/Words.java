package io.quantumlayer.core.internal.analyze;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes a set of words as one text, which reads better than a hundred literals; each text is cut once. */
final class Words {
    private static final Map<String, Set<String>> CUT = new ConcurrentHashMap<>();

    private Words() {}

    /** Returns the words of a text that stands in the code, so that there are few. */
    static Set<String> of(String words) {
        Set<String> known = CUT.get(words);
        return known == null ? CUT.computeIfAbsent(words, text -> Set.copyOf(List.of(text.split(" ")))) : known;
    }
}
