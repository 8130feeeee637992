package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.core.WorkloadFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bills whose arithmetic stands in bills.json, which a script of its own recomputes. */
class WorkedBillsTest {
    private static final Path FOLDER = Path.of("src/test/resources/bills");

    private final QuantumLayer ql = QuantumLayerBuilder.create().build();

    @AfterEach
    void close() {
        ql.close();
    }

    record Worked(String name, JsonNode data) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Worked> bills() throws IOException {
        List<Worked> bills = new ArrayList<>();
        for (JsonNode bill :
                new ObjectMapper().readTree(FOLDER.resolve("bills.json").toFile())) {
            bills.add(new Worked(bill.get("name").asText(), bill));
        }
        assertThat(bills).hasSizeGreaterThanOrEqualTo(25);
        return bills.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bills")
    void agrees_to_the_cent(Worked worked) {
        String workload = "{\"apiVersion\": \"quantumlayer.io/v1alpha1\", \"kind\": \"WorkloadProfile\", \"spec\": "
                + worked.data().get("workload") + "}";
        FreeGrants grants = worked.data().get("freeGrants").asBoolean() ? FreeGrants.COUNTED : FreeGrants.LEFT_OUT;
        Bill bill = ql.pricing()
                .bill(
                        WorkloadFile.parse(workload),
                        worked.data().get("offering").asText(),
                        grants);
        assertThat(bill.total())
                .as(bill.items().toString())
                .contains(Money.usd(worked.data().get("total").asText()));
    }

    @Test
    void the_arithmetic_is_recomputed_by_a_script() throws IOException, InterruptedException {
        Process python;
        try {
            python = new ProcessBuilder("python3", "bills.py", "bills.json")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "python3 is missing; install it with apt-get install python3");
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(Objects.toString(said)).isZero();
        assertThat(said).contains(" 0 wrong");
    }
}
