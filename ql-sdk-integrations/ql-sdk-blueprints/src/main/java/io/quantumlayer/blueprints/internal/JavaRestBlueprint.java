package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A REST service in plain Java that keeps one kind of thing in a file and starts in a fraction of a second. */
final class JavaRestBlueprint extends TemplateBlueprint {
    private static final Offer OFFER = new Offer(
            "java-rest",
            Set.of(AppKind.API),
            Set.of("java"),
            Set.of("jdk"),
            Map.of(
                    AUTHENTICATION,
                    "bearer tokens, signed with HMAC-SHA256, on every address that touches data",
                    "database",
                    "a journal file in the application's data folder, flushed before a write is answered",
                    "swagger",
                    "an OpenAPI 3.1 document at /openapi.json",
                    "openapi",
                    "an OpenAPI 3.1 document at /openapi.json",
                    "crud",
                    "list, add, show, replace and remove",
                    "pagination",
                    "the list is read page by page",
                    "validation",
                    "every mistake in a body is named at once",
                    "health",
                    "/health answers whether the data is readable",
                    "tests",
                    "its own tests run in its build",
                    "docker",
                    "a Dockerfile with a user that is not root"));

    JavaRestBlueprint() {
        super(OFFER, List.of(ToolNeed.any(Tool.JAVA)));
    }

    @Override
    String gift(ResourceNoun resource) {
        return "a Java service that keeps " + resource.pluralInWords() + " at " + JavaRestRecipe.collection(resource);
    }

    @Override
    Recipe recipe(ServiceParameters parameters) {
        return JavaRestRecipe.of(parameters);
    }
}
