package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Command;
import io.quantumlayer.api.spi.process.Tool;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A REST service with Spring Boot that keeps users and one kind of thing in a SQLite file. */
final class SpringRestBlueprint extends TemplateBlueprint {
    private static final String HEALTH = "/actuator/health";
    private static final Offer OFFER = new Offer(
            "spring-rest",
            Set.of(AppKind.API),
            Set.of("java"),
            Set.of("spring"),
            Map.of(
                    AUTHENTICATION,
                    "users register and log in; PBKDF2 hashes, tokens signed with HMAC-SHA256",
                    "database",
                    "a SQLite file in the application's data folder, by JPA",
                    "swagger",
                    "an OpenAPI document and a page at /docs that loads nothing from elsewhere",
                    "openapi",
                    "an OpenAPI document at /v3/api-docs",
                    "crud",
                    "list, add, show, replace and remove",
                    "pagination",
                    "the list is read page by page",
                    "validation",
                    "mistakes in a body are refused as problem details",
                    "health",
                    "/actuator/health answers whether the data is readable",
                    "tests",
                    "its own tests run in its build",
                    "docker",
                    "a Dockerfile with a user that is not root"));

    SpringRestBlueprint() {
        super(OFFER, List.of(ToolNeed.any(Tool.JAVA), ToolNeed.any(Tool.MAVEN)));
    }

    @Override
    String gift(ResourceNoun resource) {
        return "a Spring Boot service that keeps " + resource.pluralInWords() + " at " + collection(resource);
    }

    @Override
    Recipe recipe(ServiceParameters parameters) {
        boolean authentication = parameters.authentication();
        return new Recipe(
                List.of(
                        Command.fetching("{maven}", "-B", "-ntp", "-q", "-C", "dependency:go-offline"),
                        Command.offline("{maven}", "-B", "-ntp", "-q", "-o", "package"),
                        Command.offline(
                                "{java}",
                                "-Djarmode=tools",
                                "-jar",
                                "target/app.jar",
                                "extract",
                                "--destination",
                                "build")),
                "build",
                List.of("{java}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "app.jar"),
                authentication ? Map.of("AUTH_SIGNING_KEY", "signs the bearer tokens; 32 bytes or more") : Map.of(),
                authentication
                        ? AuthenticationProbes.guarded(HEALTH, collection(parameters.resource()))
                        : AuthenticationProbes.open(HEALTH));
    }

    private static String collection(ResourceNoun resource) {
        return "/api/" + resource.plural();
    }
}
