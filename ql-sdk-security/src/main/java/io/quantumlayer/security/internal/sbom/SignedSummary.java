package io.quantumlayer.security.internal.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.signing.Json;
import io.quantumlayer.security.signing.Attestation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what a verified statement about an image says. */
public final class SignedSummary {
    private static final int LONGEST = 600;

    private SignedSummary() {}

    /** Summarises; a statement of another kind is named only. */
    public static String of(String predicateType, String statement) {
        JsonNode predicate = Json.object(statement.getBytes(StandardCharsets.UTF_8))
                .map(json -> json.path("predicate"))
                .orElseGet(Json::create);
        String text = switch (predicateType) {
            case Attestation.CYCLONEDX -> materials(predicate);
            case Attestation.PROVENANCE -> provenance(predicate);
            default -> predicateType;
        };
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String materials(JsonNode bom) {
        List<String> gaps = new ArrayList<>();
        for (JsonNode property : bom.path("metadata").path("properties")) {
            if (property.path("name").asText().equals("ql-sdk:gap")) {
                gaps.add(property.path("value").asText());
            }
        }
        String missing = gaps.isEmpty() ? "" : "; known to be missing: " + String.join(" ", gaps);
        return bom.path("components").size() + " components" + missing;
    }

    private static String provenance(JsonNode provenance) {
        String by = provenance.path("runDetails").path("builder").path("id").asText("somebody unnamed");
        String level = provenance
                .path("buildDefinition")
                .path("internalParameters")
                .path("slsaBuildLevel")
                .asText();
        return "built by " + by + (level.isEmpty() ? "" : ", which claims SLSA build level " + level);
    }
}
