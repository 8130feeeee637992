package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.spi.generator.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A REST service with FastAPI that keeps users and one kind of thing in a SQLite file. */
final class PythonRestBlueprint extends TemplateBlueprint {
    private static final Offer OFFER = new Offer(
            "python-rest",
            Set.of(AppKind.API),
            Set.of("python"),
            Set.of("fastapi"),
            Map.of(
                    AUTHENTICATION,
                    "users register and log in; argon2 hashes, tokens signed with HMAC-SHA256, 401 and 403 declared",
                    "database",
                    "a SQLite file in the data folder, or PostgreSQL by URL; migrated before the first request",
                    "swagger",
                    "an OpenAPI 3.1 document and a page at /docs that loads nothing from elsewhere",
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

    PythonRestBlueprint() {
        super(OFFER, PythonRecipe.NEEDS);
    }

    @Override
    String gift(ResourceNoun resource) {
        return "a FastAPI service that keeps " + resource.pluralInWords() + " at " + collection(resource);
    }

    @Override
    Map<BackingService, List<String>> bindings() {
        return RELATIONAL;
    }

    @Override
    Recipe recipe(ServiceParameters parameters) {
        return parameters.authentication()
                ? PythonRecipe.of(
                        Map.of("AUTH_SIGNING_KEY", "signs the bearer tokens; 32 bytes or more"),
                        collection(parameters.resource()))
                : PythonRecipe.of(Map.of(), "");
    }

    private static String collection(ResourceNoun resource) {
        return "/api/" + resource.plural();
    }
}
