package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pages and a server in plain Java that shows them and nothing else. */
final class StaticSiteBlueprint extends TemplateBlueprint {
    /** How the server is started that its build leaves beside the pages. */
    static final List<String> RUN =
            List.of("{java}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", ".", "Server", "site");

    private static final Offer OFFER = new Offer(
            "static-site",
            Set.of(AppKind.STATIC),
            Set.of("html"),
            Set.of(),
            Map.of(
                    "health",
                    "/health answers that it works",
                    "tests",
                    "its build looks at every address in every page",
                    "docker",
                    "a Dockerfile with a user that is not root"));

    StaticSiteBlueprint() {
        super(OFFER, List.of(ToolNeed.any(Tool.JAVA)));
    }

    @Override
    String gift(ResourceNoun resource) {
        return "a static site and a small server, which loads nothing from elsewhere";
    }

    @Override
    Map<String, Object> constants() {
        return Map.of("siteFolder", "site", "singlePage", false);
    }

    @Override
    Recipe recipe(ServiceParameters parameters) {
        return new Recipe(
                List.of(JavaRestRecipe.BUILD),
                "build",
                RUN,
                Map.of(),
                List.of(new Probe("/health", 200, "", Purpose.HEALTH), new Probe("/", 200, "", Purpose.HEALTH)));
    }
}
