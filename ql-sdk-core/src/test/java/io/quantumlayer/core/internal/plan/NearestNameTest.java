package io.quantumlayer.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("monthlyBudget", "regions", "retention", "replicas", "port");

    @Test
    void prefersTheFewestChanges() {
        assertThat(NearestName.to("region", KNOWN)).contains("regions");
        assertThat(NearestName.to("retentoin", KNOWN)).contains("retention");
        assertThat(NearestName.to("budget", KNOWN)).contains("monthlyBudget");
    }

    @Test
    void saysNothingAboutAStranger() {
        assertThat(NearestName.to("xyzzy", KNOWN)).isEmpty();
        assertThat(NearestName.to("x".repeat(100_000), KNOWN)).isEmpty();
        assertThat(NearestName.to("", KNOWN)).isEmpty();
    }
}
