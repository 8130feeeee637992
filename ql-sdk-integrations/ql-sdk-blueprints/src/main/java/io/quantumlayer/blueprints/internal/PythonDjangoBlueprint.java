package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.spi.generator.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A web application with Django: logins, roles, an audit log, and one kind of thing in a SQLite file. */
final class PythonDjangoBlueprint extends TemplateBlueprint {
    private static final Offer OFFER = new Offer(
            "python-django",
            Set.of(AppKind.WEB),
            Set.of("python"),
            Set.of("django"),
            Map.of(
                    AUTHENTICATION,
                    "every page needs a login; argon2 hashes, sessions of 15 minutes, a lock after five failures",
                    "authorization",
                    "readers, editors and administrators",
                    "audit_logging",
                    "an audit log that the database refuses to change",
                    "database",
                    "a SQLite file in the data folder, or PostgreSQL by URL; migrated before the first request",
                    "crud",
                    "list, add, show, change and remove",
                    "search",
                    "by name",
                    "validation",
                    "forms that name every mistake",
                    "health",
                    "/health answers whether the data is readable",
                    "tests",
                    "its own tests run in its build",
                    "docker",
                    "a Dockerfile with a user that is not root"));

    PythonDjangoBlueprint() {
        super(OFFER, PythonRecipe.NEEDS);
    }

    @Override
    String gift(ResourceNoun resource) {
        return "a Django application that keeps " + resource.pluralInWords()
                + ", with logins, roles and an audit log; no programme such as HIPAA is assessed";
    }

    @Override
    Map<BackingService, List<String>> bindings() {
        return RELATIONAL;
    }

    @Override
    Recipe recipe(ServiceParameters parameters) {
        Map<String, String> secrets = new TreeMap<>();
        secrets.put("APP_SECRET_KEY", "signs the sessions; 32 characters or more");
        secrets.put("ADMIN_PASSWORD", "the first password of the user admin");
        return PythonRecipe.of(secrets, "/" + parameters.resource().plural());
    }
}
