package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence becomes a React application; its packages come from npm's registry, as its lock file names them. */
class ReactSiteIT {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @Test
    void aSentenceBecomesPagesThatLoadNothingFromElsewhere() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/npm")))
                .as("npm is not installed here: apt-get install npm")
                .isTrue();
        Home home = new Home(folder);
        try (QuantumLayer ql = home.open()) {
            DeploymentPlan plan = DeploymentPlan.named("shop")
                    .requirement("React e-commerce frontend")
                    .build();
            DeploymentResult live = ql.deploy(plan).await(LONG);

            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            URI url = live.url().orElseThrow();
            theServerKnowsFilesAndTheApplicationItsAddresses(new Service(url));
            theBrowserShows(url, "/", "<h1>Items</h1>");
            theBrowserShows(url, "/items/two", "<h1>Second item</h1>");
            theBrowserShows(url, "/nothing", "There is nothing here");
            assertThat(ql.application("shop").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home.processes()).isEmpty();
    }

    private static void theServerKnowsFilesAndTheApplicationItsAddresses(Service site) throws Exception {
        String page = site.get("/", "").body();
        assertThat(page).contains("<div id=\"root\"></div>").doesNotContain("//unpkg", "http://", "https://");
        assertThat(site.get("/items/two", "").body()).isEqualTo(page);
        assertThat(site.get("/health", "").body()).contains("\"status\":\"ok\"");
        assertThat(site.get("/icon.svg", "").headers().firstValue("Content-Type"))
                .contains("image/svg+xml");
    }

    private void theBrowserShows(URI url, String path, String text) throws Exception {
        Path own = folder.resolve("browser" + path.replace('/', '-'));
        Browser.Shown shown = Browser.in(own).show(url.resolve(path));
        assertThat(shown.document()).contains(text);
        assertThat(shown.requests())
                .anyMatch(request -> request.endsWith(".js"))
                .allMatch(request -> URI.create(request).getHost().equals(url.getHost()));
    }
}
