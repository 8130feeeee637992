package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Preview;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.catalog.CloudCatalogFactory;
import io.quantumlayer.core.PreviewPage;
import io.quantumlayer.core.QuantumLayerBuilder;
import org.junit.jupiter.api.Test;

class PreviewPageTest {
    @Test
    void the_page_shows_bars_bills_and_regions_without_any_outside_address() {
        Preview preview = preview("A Python REST API, EU only, 20 requests per second");
        String page = PreviewPage.of(preview);
        String winner = preview.outlook().marketChoice().orElseThrow().offeringId();
        assertThat(page)
                .contains(
                        "<h1>" + winner, "Points by factor", "A month at the best region", "The bill: ", "Regions of ")
                .contains(preview.outlook().monthlyPrices().get(winner).toString())
                .doesNotContain("http://", "https://", "<script");
        assertThat(PreviewPage.of(preview("A Python REST API, EU only, 20 requests per second")))
                .isEqualTo(page);
    }

    @Test
    void where_nothing_meets_every_limit_the_page_says_so() {
        String page = PreviewPage.of(preview("A Python REST API that needs an A100 GPU, budget 1 USD a month"));
        assertThat(page).contains("Nothing meets every limit", "Refused").doesNotContain("The bill: ");
    }

    private static Preview preview(String requirement) {
        try (QuantumLayer ql = QuantumLayerBuilder.create()
                .discovery(false)
                .addCatalog(new CloudCatalogFactory())
                .build()) {
            return ql.preview(
                    DeploymentPlan.named("shop").requirement(requirement).build());
        }
    }
}
