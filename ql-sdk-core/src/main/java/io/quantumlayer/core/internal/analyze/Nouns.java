package io.quantumlayer.core.internal.analyze;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** English nouns in both numbers, as far as requirements need them. */
final class Nouns {
    private static final Map<String, String> IRREGULAR = Map.of(
            "people",
            "person",
            "children",
            "child",
            "men",
            "man",
            "women",
            "woman",
            "mice",
            "mouse",
            "feet",
            "foot",
            "statuses",
            "status",
            "buses",
            "bus",
            "indices",
            "index",
            "analyses",
            "analysis");
    private static final Set<String> IN_IE =
            Words.of("movies cookies pies ties selfies calories brownies zombies smoothies cabbies");
    private static final Set<String> UNCHANGED =
            Words.of("series news species https aws js analytics metrics kubernetes dns tls css always this is"
                    + " was has its us as sms redis canvas status address");
    private static final int SHORTEST = 4;

    private Nouns() {}

    /** The word, and its singular if that is another one. */
    static List<String> forms(String word) {
        if (word.endsWith("'s") && word.length() > 2) {
            String owner = word.substring(0, word.length() - 2);
            return List.of(word, owner);
        }
        String singular = singular(word);
        return singular.equals(word) ? List.of(word) : List.of(word, singular);
    }

    static String singular(String word) {
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.getOrDefault(word, word);
        }
        if (!word.endsWith("s") || word.length() < SHORTEST || UNCHANGED.contains(word)) {
            return word;
        }
        String stem = word.substring(0, word.length() - 1);
        if (IN_IE.contains(word)) {
            return stem;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - "ies".length()) + "y";
        }
        boolean hissing =
                List.of("sses", "shes", "ches", "xes", "zzes").stream().anyMatch(word::endsWith);
        if (hissing || word.endsWith("oes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") ? word : stem;
    }
}
