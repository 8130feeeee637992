package io.quantumlayer.core.internal.recognize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * The lock file of npm.
 *
 * @param packages what it names, by place; missing before format 2
 */
record NpmLock(JsonNode packages) {
    static final String NAME = "package-lock.json";

    static NpmLock read(GivenTree tree) {
        try {
            return new NpmLock(
                    new ObjectMapper().readTree(tree.text(NAME).orElse("{}")).path("packages"));
        } catch (JsonProcessingException e) {
            throw Refusal.unreadable(NAME, "it is no JSON");
        }
    }

    /** Says whether all that is fetched has a hash; what lies in the source itself needs none. */
    boolean isHashed() {
        return packages.isObject() && packages.properties().stream().allMatch(NpmLock::isHashed);
    }

    private static boolean isHashed(Map.Entry<String, JsonNode> place) {
        boolean foreign = place.getKey().contains("node_modules/")
                && !place.getValue().path("link").asBoolean();
        return !foreign || place.getValue().hasNonNull("integrity");
    }
}
