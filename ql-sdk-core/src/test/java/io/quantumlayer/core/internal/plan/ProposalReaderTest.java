package io.quantumlayer.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Features;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.api.plan.Violation;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.core.Analyzers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what reads proposals against its published schema. */
class ProposalReaderTest {
    private static final String WORDS = "\"words\": [\"x\"]";

    private final JsonNode schema;

    ProposalReaderTest() throws IOException {
        this.schema = new ObjectMapper().readTree(Analyzers.schema());
    }

    @Test
    void readsEveryField() {
        AppSpec spec = ProposalReader.read(document(String.join(
                ",",
                value("kind", "\"WORKER\""),
                value("language", "\"go\""),
                value("framework", "\"gin\""),
                value("entity", "\"image\""),
                "\"features\": [" + item("search") + ", {\"id\": \"own\", \"wanted\": false, " + WORDS + "}]",
                "\"compliance\": [" + item("pci-dss") + "]",
                value("dataClass", "\"RESTRICTED\""),
                value("securityLevel", "\"STRICT\""),
                "\"regions\": [" + item("eu") + ", " + item("us-east-1") + "]",
                value("residency", "\"EU\""),
                "\"preferredProviders\": [" + item("gcp") + "]",
                "\"excludedProviders\": [" + item("aws") + "]",
                value("requestsPerSecond", "20"),
                value("latency", "\"PT0.3S\""),
                value("availability", "0.999"),
                value("duration", "\"PT20M\""),
                value("memory", "\"8Gi\""),
                value("gpu", "true"),
                value("monthlyBudget", "\"50 USD\""))));

        assertThat(spec)
                .isEqualTo(AppSpec.ofKind(Trait.proposed(AppKind.WORKER, "x"))
                        .language(Trait.proposed("go", "x"))
                        .framework(Trait.proposed("gin", "x"))
                        .entity(Trait.proposed("image", "x"))
                        .feature("search", Trait.proposed(true, "x"))
                        .feature("own", Trait.proposed(false, "x"))
                        .compliance(Programme.PCI_DSS, Trait.proposed(true, "x"))
                        .dataClass(Trait.proposed(DataClass.RESTRICTED, "x"))
                        .securityLevel(Trait.proposed(SecurityLevel.STRICT, "x"))
                        .addRegion(Trait.proposed("eu", "x"))
                        .addRegion(Trait.proposed("us-east-1", "x"))
                        .residency(Trait.proposed(Residency.EU, "x"))
                        .addPreferredProvider(Trait.proposed("gcp", "x"))
                        .addExcludedProvider(Trait.proposed("aws", "x"))
                        .traffic(Trait.proposed(Traffic.perSecond(20), "x"))
                        .latency(Trait.proposed(Duration.ofMillis(300), "x"))
                        .availability(Trait.proposed(new BigDecimal("0.999"), "x"))
                        .duration(Trait.proposed(Duration.ofMinutes(20), "x"))
                        .memory(Trait.proposed(Memory.parse("8Gi"), "x"))
                        .gpu(Trait.proposed(true, "x"))
                        .budget(Trait.proposed(Money.usd(50), "x"))
                        .build());
    }

    @Test
    void readsNothingAsNothing() {
        assertThat(ProposalReader.read(document("")))
                .isEqualTo(AppSpec.ofKind(Trait.defaulted(AppKind.API)).build());
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        assertThat(places(document("""
            "kind": "API",
            "language": {"value": "C++ ?"},
            "features": [1, {"id": "search", "wanted": "no", "words": ["x"]}, {"id": "search", "words": ["x"]}],
            "nonsense": {},
            "gpu": {"value": "yes", "words": ["", 7]},
            "regions": "eu",
            "monthlyBudget": {"value": "1e9 USD", "words": ["x"], "because": "so"}
            """)))
                .containsExactlyInAnyOrder(
                        "spec.kind",
                        "spec.language.words",
                        "spec.language.value",
                        "spec.features[0]",
                        "spec.features[1].wanted",
                        "spec.features[2]",
                        "spec.nonsense",
                        "spec.gpu.value",
                        "spec.gpu.words",
                        "spec.gpu.words[0]",
                        "spec.gpu.words[1]",
                        "spec.regions",
                        "spec.monthlyBudget.because",
                        "spec.monthlyBudget.value");
    }

    @Test
    void isBounded() {
        String many = IntStream.rangeClosed(0, RequirementAnalyzer.MAX_ITEMS)
                .mapToObj(i -> item("f" + i))
                .collect(Collectors.joining(","));
        assertThat(places(document("\"features\": [" + many + "]"))).containsExactly("spec.features");
        assertThat(places(document("\"gpu\": {\"value\": true, \"words\": [\"" + "x".repeat(201) + "\"]}")))
                .contains("spec.gpu.words[0]");
        assertThat(places("{\"a\":".repeat(40))).containsExactly("file");
        assertThat(places("[]")).containsExactly("file");
        assertThat(places(document("") + " {}")).containsExactly("file");
        assertThat(places("{}")).containsExactly("apiVersion", "kind");
    }

    @Test
    void theSchemaHasItsFieldsInTheirOrder() {
        assertThat(names(schema.at("/properties/spec/properties")))
                .containsExactlyElementsOf(new ProposalReader().names());
        assertThat(names(schema.at("/properties"))).containsExactly("apiVersion", "kind", "spec");
    }

    @Test
    void theSchemaHasItsConstantsAndBounds() {
        JsonNode spec = schema.at("/properties/spec/properties");
        assertThat(constants(spec, "kind")).isEqualTo(namesOf(AppKind.values()));
        assertThat(constants(spec, "dataClass")).isEqualTo(namesOf(DataClass.values()));
        assertThat(constants(spec, "securityLevel")).isEqualTo(namesOf(SecurityLevel.values()));
        assertThat(spec.at("/features/maxItems").asInt()).isEqualTo(RequirementAnalyzer.MAX_ITEMS);
        assertThat(schema.at("/$defs/words/maxItems").asInt()).isEqualTo(RequirementAnalyzer.MAX_QUOTATIONS);
        assertThat(schema.at("/$defs/words/items/maxLength").asInt()).isEqualTo(RequirementAnalyzer.MAX_QUOTATION);
        assertThat(spec.at("/features/items/properties/id/description").asText())
                .contains(String.join(", ", Features.known()));
        Programme.known()
                .forEach(programme -> assertThat(spec.at("/compliance/items/properties/id/description")
                                .asText())
                        .contains(programme.id()));
    }

    private static List<String> constants(JsonNode spec, String field) {
        List<String> constants = new ArrayList<>();
        spec.at("/" + field + "/properties/value/enum").forEach(constant -> constants.add(constant.asText()));
        return constants;
    }

    private static List<String> namesOf(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> places(String text) {
        return catchThrowableOfType(InvalidPlanException.class, () -> ProposalReader.read(text)).violations().stream()
                .map(Violation::path)
                .toList();
    }

    private static String value(String field, String value) {
        return "\"" + field + "\": {\"value\": " + value + ", " + WORDS + "}";
    }

    private static String item(String id) {
        return "{\"id\": \"" + id + "\", " + WORDS + "}";
    }

    private static String document(String fields) {
        return "{\"apiVersion\": \"quantumlayer.io/v1alpha1\", \"kind\": \"ProposedSpec\", \"spec\": {" + fields + "}}";
    }
}
