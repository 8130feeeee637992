package io.quantumlayer.security.internal.sca;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.text.PlainText;
import io.quantumlayer.security.inventory.FoundPackage;
import java.util.ArrayList;
import java.util.List;

/**
 * One advisory in the OSV format.
 *
 * @param id its id
 * @param aliases other ids of the same hole
 * @param summary what it is, harmless to print
 * @param rating how bad it is
 * @param affected what it affects
 */
record Advisory(String id, List<String> aliases, String summary, Rating rating, List<Affected> affected) {
    static Advisory of(JsonNode json) {
        List<String> aliases = new ArrayList<>();
        json.path("aliases").forEach(alias -> aliases.add(PlainText.of(alias.asText())));
        List<Affected> affected = new ArrayList<>();
        json.path("affected").forEach(entry -> affected.add(Affected.of(entry)));
        String id = PlainText.of(json.path("id").asText());
        String summary = json.path("summary").asText(json.path("details").asText());
        return new Advisory(id, List.copyOf(aliases), PlainText.of(summary), Rating.of(id, json), affected);
    }

    /** Whether an advisory was taken back. */
    static boolean withdrawn(JsonNode json) {
        return !json.path("withdrawn").asText().isEmpty();
    }

    /** The parts of it that name a package. */
    List<Affected> about(FoundPackage found) {
        return affected.stream().filter(part -> part.names(found)).toList();
    }
}
