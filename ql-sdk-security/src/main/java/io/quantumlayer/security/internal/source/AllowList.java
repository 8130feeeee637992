package io.quantumlayer.security.internal.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a pack excuses: values by expression or stop word, files by path. Several lists excuse what any of them does; a
 * list whose condition is AND asks for all its kinds at once.
 *
 * @param lists the lists
 */
record AllowList(List<One> lists) {
    /**
     * One list.
     *
     * @param all whether all its kinds must agree
     * @param paths expressions for paths
     * @param values expressions for what was found
     * @param target secret, match or line
     * @param stopWords words that stand in no secret, in lower case
     */
    record One(boolean all, List<Pattern> paths, List<Pattern> values, String target, List<String> stopWords) {
        private static One of(JsonNode json) {
            List<String> words = new ArrayList<>();
            json.path("stopwords").forEach(word -> words.add(word.asText().toLowerCase(Locale.ROOT)));
            return new One(
                    json.path("condition").asText().equalsIgnoreCase("AND"),
                    patterns(json.path("paths")),
                    patterns(json.path("regexes")),
                    json.path("regexTarget").asText("secret"),
                    List.copyOf(words));
        }

        private static List<Pattern> patterns(JsonNode list) {
            List<Pattern> patterns = new ArrayList<>();
            list.forEach(expression -> patterns.add(RulePack.pattern(expression)));
            return List.copyOf(patterns);
        }

        private boolean excuses(Found found) {
            List<Boolean> kinds = new ArrayList<>();
            if (!paths.isEmpty()) {
                kinds.add(finds(paths, found.path()));
            }
            if (!values.isEmpty()) {
                kinds.add(finds(values, target.isEmpty() || target.equals("secret") ? found.secret() : found.match()));
            }
            if (!stopWords.isEmpty()) {
                String secret = found.secret().toLowerCase(Locale.ROOT);
                kinds.add(stopWords.stream().anyMatch(secret::contains));
            }
            return all ? !kinds.isEmpty() && !kinds.contains(false) : kinds.contains(true);
        }

        private static boolean finds(List<Pattern> patterns, String text) {
            return patterns.stream().anyMatch(p -> p.matcher(text).find());
        }
    }

    /**
     * Something that was found.
     *
     * @param path the file
     * @param match the whole match
     * @param secret the value within it
     */
    record Found(String path, String match, String secret) {}

    static AllowList none() {
        return new AllowList(List.of());
    }

    /** Reads the lists of a rule or pack, in the old and the new spelling. */
    static AllowList of(JsonNode json) {
        List<One> lists = new ArrayList<>();
        for (String name : List.of("allowlist", "allowlists")) {
            JsonNode node = json.path(name);
            if (node.isObject()) {
                lists.add(One.of(node));
            }
            if (node.isArray()) {
                node.forEach(list -> lists.add(One.of(list)));
            }
        }
        return new AllowList(List.copyOf(lists));
    }

    boolean excuses(Found found) {
        return lists.stream().anyMatch(list -> list.excuses(found));
    }
}
