package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.core.PlanFile;
import io.quantumlayer.core.QuantumLayerBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The winner changes with the requirement: decisions.json names the winner's family and what decides it. */
class DecisionTableTest {
    private final QuantumLayer ql = QuantumLayerBuilder.create().build();

    @AfterEach
    void close() {
        ql.close();
    }

    record Case(String name, JsonNode data) {
        String text(String field) {
            return data.path(field).asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        Path table = Path.of("src/test/resources/decisions/decisions.json");
        for (JsonNode data : new ObjectMapper().readTree(table.toFile())) {
            cases.add(new Case(data.get("name").asText(), data));
        }
        assertThat(cases).hasSize(12);
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void chooses(Case wanted) {
        String plan = "{\"apiVersion\": \"quantumlayer.io/v1alpha1\", \"kind\": \"DeploymentPlan\","
                + " \"metadata\": {\"name\": \"app\"}, \"spec\": "
                + wanted.data().get("plan") + "}";
        Outlook outlook = ql.preview(PlanFile.parse(plan)).outlook();
        String found = outlook.market().winner().map(DecisionTableTest::family).orElse("");
        String why = outlook.reasons() + " " + outlook.market().sensitivity();
        String family = wanted.text("family");
        assertThat(found.isEmpty()).as(why).isEqualTo(family.isEmpty());
        assertThat(found).as(why).startsWith(family);
        if (wanted.data().has("decidedBy")) {
            assertThat(outlook.reasons().decidedBy()).as(why).isEqualTo(wanted.text("decidedBy"));
        }
        if (wanted.data().has("only")) {
            assertThat(outlook.market().candidates())
                    .allMatch(candidate -> candidate.offering().provider().equals(wanted.text("only")));
        }
        assertThat(outlook.market().rejections()).extracting(Rejection::reason).noneMatch(String::isBlank);
        assertThat(outlook.bill().isPresent() || found.isEmpty()).as("priced").isTrue();
    }

    private static String family(Candidate winner) {
        return winner.offering().provider() + "/" + winner.offering().service();
    }
}
