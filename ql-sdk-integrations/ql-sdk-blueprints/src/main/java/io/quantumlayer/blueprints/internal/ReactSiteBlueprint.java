package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A single-page application with React, made by Vite and shown by the static site's server. */
final class ReactSiteBlueprint extends TemplateBlueprint {
    private static final String VITE = "{node} node_modules/vite/bin/vite.js build --logLevel warn";
    /** What {@code npm test} and {@code npm run build} do, which would look for a node on the path. */
    private static final String BUILD =
            VITE + " --ssr src/App.jsx --outDir build-test/pages\n" + "{node} --test tests/pages.test.js\n" + VITE;

    private static final Offer OFFER = new Offer(
            "react-site",
            Set.of(AppKind.FRONTEND),
            Set.of("javascript"),
            Set.of("react"),
            Map.of(
                    "health",
                    "/health answers that it works",
                    "tests",
                    "its build renders every page and looks at every address",
                    "docker",
                    "a Dockerfile with a user that is not root"));

    ReactSiteBlueprint() {
        super(OFFER, List.of(ToolNeed.any(Tool.JAVA), new ToolNeed(Tool.NODE, "20.19"), ToolNeed.any(Tool.NPM)));
    }

    @Override
    String gift(ResourceNoun resource) {
        return "a React single-page application with example " + resource.pluralInWords()
                + ", a page for each, and a basket that the browser keeps";
    }

    @Override
    Map<String, Object> constants() {
        return Map.of("siteFolder", "dist", "singlePage", true);
    }

    @Override
    Recipe recipe(ServiceParameters parameters) {
        return new Recipe(
                List.of(
                        Command.fetching(
                                        "{npm}",
                                        "ci",
                                        "--ignore-scripts",
                                        "--no-audit",
                                        "--no-fund",
                                        "--prefer-offline")
                                .lockedBy("package-lock.json"),
                        Command.offline("sh", "-ec", BUILD),
                        JavaRestRecipe.BUILD),
                "build",
                StaticSiteBlueprint.RUN,
                Map.of(),
                List.of(new Probe("/health", 200, "", Purpose.HEALTH), new Probe("/", 200, "", Purpose.HEALTH)));
    }
}
