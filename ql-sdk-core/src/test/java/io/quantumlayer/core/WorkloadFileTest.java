package io.quantumlayer.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumlayer.api.cost.Architecture;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Violation;
import org.junit.jupiter.api.Test;

class WorkloadFileTest {
    private static final String HEADING = "apiVersion: quantumlayer.io/v1alpha1\nkind: WorkloadProfile\n";

    @Test
    void reads_every_field_from_yaml_and_json() {
        StringBuilder yaml = new StringBuilder(HEADING + "metadata:\n  name: todo\nspec:\n  architecture: arm\n");
        int value = 1;
        for (Quantity quantity : Quantity.values()) {
            yaml.append("  ")
                    .append(quantity.field())
                    .append(": ")
                    .append(value++)
                    .append('\n');
        }
        WorkloadProfile profile = WorkloadFile.parse(yaml.toString());
        assertThat(profile.name()).isEqualTo("todo");
        assertThat(profile.architecture()).isEqualTo(Architecture.ARM);
        assertThat(profile.stated()).hasSize(Quantity.values().length);
        assertThat(profile.get(Quantity.STORAGE_GIB)).isEqualByComparingTo("16");
        assertThat(WorkloadFile.parse("{\"apiVersion\": \"quantumlayer.io/v1alpha1\", \"kind\": \"WorkloadProfile\","
                                + " \"spec\": {\"egressGiB\": 1.5}}")
                        .get(Quantity.EGRESS_GIB))
                .isEqualByComparingTo("1.5");
    }

    @Test
    void tells_every_mistake_with_its_line_and_the_nearest_name() {
        InvalidPlanException refused = refusal(HEADING
                + "spec:\n  requestPerMonth: 3\n  durationMS: 120\n  memoryMiB: much\n  architecture: arm64\n"
                + "  burstiness: 0.5\n");
        assertThat(refused.violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "spec.requestPerMonth must be a known field, but was 'requestPerMonth': did you mean"
                                + " requestsPerMonth? (line 4)",
                        "spec.durationMS must be a known field, but was 'durationMS': did you mean durationMs?"
                                + " (line 5)",
                        "spec.memoryMiB must be a number, but was 'a text': line 6",
                        "spec.architecture must be one of [x86, arm], but was 'arm64': did you mean arm? (line 7)",
                        "spec.burstiness must be at least 1, but was '0.5': 1 is a steady load (line 8)");
    }

    @Test
    void another_kind_of_document_is_judged_no_further() {
        InvalidPlanException refused =
                refusal("apiVersion: quantumlayer.io/v1alpha1\nkind: DeploymentPlan\nspec:\n  x: 1\n");
        assertThat(refused.violations()).hasSize(1);
        assertThat(refused.violations().get(0).hint()).contains("write kind: WorkloadProfile");
        assertThat(refusal(HEADING).violations()).extracting(Violation::path).containsExactly("spec");
    }

    private static InvalidPlanException refusal(String text) {
        return catchThrowableOfType(InvalidPlanException.class, () -> WorkloadFile.parse(text));
    }
}
