package io.quantumlayer.blueprints.internal;

import java.util.Map;
import java.util.Set;

/** Forms the plural of an English noun: the words that follow no rule first, then the rules. */
final class EnglishPlural {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("person", "people"),
            Map.entry("child", "children"),
            Map.entry("man", "men"),
            Map.entry("woman", "women"),
            Map.entry("mouse", "mice"),
            Map.entry("goose", "geese"),
            Map.entry("foot", "feet"),
            Map.entry("tooth", "teeth"),
            Map.entry("ox", "oxen"),
            Map.entry("quiz", "quizzes"),
            Map.entry("datum", "data"),
            Map.entry("medium", "media"),
            Map.entry("criterion", "criteria"),
            Map.entry("index", "indices"));
    private static final Set<String> UNCHANGED = Set.of(
            "sheep",
            "fish",
            "deer",
            "series",
            "species",
            "aircraft",
            "news",
            "equipment",
            "information",
            "money",
            "software",
            "hardware",
            "feedback",
            "data",
            "media",
            "staff",
            "furniture",
            "luggage",
            "mail",
            "music");
    private static final Set<String> F_TO_VES =
            Set.of("leaf", "shelf", "bookshelf", "knife", "life", "wife", "half", "wolf", "loaf", "thief");
    private static final Set<String> O_TO_OES = Set.of("hero", "potato", "tomato", "echo", "veto", "torpedo");

    private EnglishPlural() {}

    static String of(String noun) {
        String irregular = IRREGULAR.get(noun);
        if (irregular != null) {
            return irregular;
        }
        if (UNCHANGED.contains(noun)) {
            return noun;
        }
        return regular(noun);
    }

    private static String regular(String noun) {
        if (F_TO_VES.contains(noun)) {
            return noun.replaceFirst("fe?$", "ves");
        }
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        if (noun.matches(".+sis")) {
            return noun.substring(0, noun.length() - 2) + "es";
        }
        boolean hissing = noun.matches(".*(s|x|z|ch|sh)");
        return noun + (hissing || O_TO_OES.contains(noun) ? "es" : "s");
    }
}
