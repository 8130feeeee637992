package io.quantumlayer.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.core.WorkloadFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the published schema of workload files against what reads them. */
class WorkloadSchemaTest {
    private final JsonNode spec;

    WorkloadSchemaTest() throws IOException {
        this.spec = new ObjectMapper().readTree(WorkloadFile.schema()).at("/properties/spec/properties");
    }

    @Test
    void it_has_every_quantity_and_no_other_field() {
        List<String> names = new ArrayList<>();
        spec.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("architecture"),
                                Stream.of(Quantity.values()).map(Quantity::field))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Quantity.class)
    void bounds_and_defaults_are_those_of_the_reader(Quantity quantity) {
        JsonNode field = spec.path(quantity.field());
        assertThat(field.path("default").asText())
                .isEqualTo(quantity.fallback().map(Object::toString).orElse(""));
        assertThat(field.path("description").asText()).isNotBlank();
        assertThat(taken(quantity, field.path("maximum").asText())).isTrue();
        assertThat(taken(quantity, field.path("maximum").asText() + "0")).isFalse();
        boolean fromZero = field.path("minimum").asText().equals("0");
        assertThat(taken(quantity, "0")).isEqualTo(fromZero);
        assertThat(taken(quantity, "-1")).isFalse();
        assertThat(taken(quantity, "1.5"))
                .isEqualTo(!field.path("type").asText().equals("integer"));
    }

    @Test
    void what_it_does_not_name_is_refused() {
        assertThatThrownBy(() -> WorkloadFile.parse(document("nonsense: 1"))).isInstanceOf(InvalidPlanException.class);
    }

    private static boolean taken(Quantity quantity, String value) {
        String beside = quantity == Quantity.DURATION_MS ? "" : "  durationMs: 1\n";
        String run = quantity == Quantity.RUNS_PER_MONTH ? "  runSeconds: 1\n" : "";
        try {
            WorkloadFile.parse(document(quantity.field() + ": " + value) + beside + run);
            return true;
        } catch (InvalidPlanException refused) {
            return false;
        }
    }

    private static String document(String field) {
        return "apiVersion: quantumlayer.io/v1alpha1\nkind: WorkloadProfile\nspec:\n  " + field + "\n";
    }
}
