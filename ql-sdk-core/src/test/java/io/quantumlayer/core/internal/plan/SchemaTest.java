package io.quantumlayer.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Violation;
import io.quantumlayer.core.PlanFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds the published schema against the codec's own names and defaults; whether plans fit it, other tools judge. */
class SchemaTest {
    private final JsonNode schema;

    SchemaTest() throws IOException {
        this.schema = new ObjectMapper().readTree(PlanFile.schema());
    }

    @Test
    void hasTheFieldsOfTheCodecInTheirOrder() {
        SpecReader reader = new SpecReader(new Problems(), DeploymentPlan.named("x"));

        assertThat(names(schema.at("/properties/spec/properties"))).containsExactlyElementsOf(reader.names());
        assertThat(names(schema.at("/properties"))).containsExactly("apiVersion", "kind", "metadata", "spec");
        assertThat(names(schema.at("/properties/metadata/properties"))).containsExactly("name", "tenant");
    }

    @Test
    void namesNoFieldThatTheCodecRefuses() {
        List<String> refused = new ArrayList<>();
        for (String field : names(schema.at("/properties/spec/properties"))) {
            JsonNode node = schema.at("/properties/spec/properties/" + field);
            JsonNode parts = node.has("items") ? node.at("/items/properties") : node.path("properties");
            for (String part : names(parts)) {
                String value = "{\"" + part + "\": null}";
                refused.addAll(unknownIn(field, node.has("items") ? "[" + value + "]" : value));
            }
        }
        assertThat(refused).isEmpty();
        assertThat(unknownIn("slos", "[{\"nonsense\": 1}]")).isNotEmpty();
    }

    @Test
    void knowsEveryFieldThatTheCodecWrites() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            check(PlanWriter.document(RandomPlan.of(random)), schema);
        }
    }

    @Test
    void statesTheDefaultsOfTheBuilder() {
        DeploymentPlan plan = DeploymentPlan.named("x").requirement("x").build();
        JsonNode spec = schema.at("/properties/spec/properties");

        assertThat(spec.at("/healthPath/default").asText()).isEqualTo(plan.healthPath());
        assertThat(spec.at("/deadline/default").asText())
                .isEqualTo(plan.deadline().toString());
        assertThat(spec.at("/replicas/default").asInt()).isEqualTo(plan.replicas());
        assertThat(spec.at("/securityLevel/default").asText())
                .isEqualTo(plan.securityLevel().name());
        assertThat(spec.at("/retention/properties/releases/default").asInt())
                .isEqualTo(plan.retention().releases());
        assertThat(schema.at("/properties/metadata/properties/tenant/default").asText())
                .isEqualTo(plan.tenant());
    }

    @Test
    void describesEveryField() {
        assertThat(undescribed("", schema)).isEmpty();
    }

    private static List<String> undescribed(String path, JsonNode node) {
        List<String> missing = new ArrayList<>();
        node.path("properties").properties().forEach(field -> {
            String place = path + "/" + field.getKey();
            if (!field.getValue().has("description")) {
                missing.add(place);
            }
            missing.addAll(undescribed(place, field.getValue()));
            missing.addAll(undescribed(place + "[]", field.getValue().path("items")));
        });
        return missing;
    }

    private static void check(Object value, JsonNode node) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> {
                JsonNode known = node.path("properties").path(name.toString());
                JsonNode described = known.isMissingNode() ? node.path("additionalProperties") : known;
                assertThat(described.isObject()).as(name.toString()).isTrue();
                check(part, described);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> check(item, node.path("items")));
        }
    }

    private static List<String> unknownIn(String field, String value) {
        String text = "{\"apiVersion\":\"" + PlanReader.VERSION + "\",\"kind\":\"DeploymentPlan\",\"metadata\":{},"
                + "\"spec\":{\"" + field + "\":" + value + "}}";
        return catchThrowableOfType(InvalidPlanException.class, () -> PlanReader.read(text)).violations().stream()
                .filter(violation -> violation.rule().equals("be a known field"))
                .map(Violation::path)
                .toList();
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
