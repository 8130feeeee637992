package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.plan.BackingService;
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
    private static final String MAVEN =
            "export MAVEN_OPTS=\"$MAVEN_OPTS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC\"\n{maven} -B -ntp -q -C ";
    private static final String DEPENDENCIES = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";
    /** Each plugin of the build does nothing, so that Maven fetches exactly what it takes to run it. */
    private static final String LOADED =
            "-Dmaven.main.skip=true -Dmaven.test.skip=true -Dspring-boot.repackage.skip=true resources:resources"
                    + " compiler:compile surefire:test jar:jar spring-boot:repackage ";
    /** What the repository was filled with for equal libraries and plugins is not asked for again. */
    private static final String FETCH = """
            filled="${MAVEN_OPTS#-Dmaven.repo.local=}/filled-$(
              sed -n '/<parent>/,/<\\/parent>/p;/<properties>/,$p' pom.xml | cksum | tr ' ' -)"
            if [ -f "$filled" ]; then exit 0; fi
            """ + MAVEN + LOADED + DEPENDENCIES + "resolve\ntouch \"$filled\"\n";

    private static final String EXTRACT = """
            {java} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djarmode=tools -jar target/app.jar extract \
                --destination build
            sum=sha256sum
            if ! command -v $sum > /dev/null; then sum='shasum -a 256'; fi
            (cd build/lib; $sum *.jar) > target/found.sha256
            if grep -vxF -f libraries.sha256 target/found.sha256; then
              echo 'these libraries are not the ones that libraries.sha256 names'; exit 1
            fi
            """;
    private static final Offer OFFER = new Offer(
            "spring-rest",
            Set.of(AppKind.API),
            Set.of("java"),
            Set.of("spring"),
            Map.of(
                    AUTHENTICATION,
                    "users register and log in; PBKDF2 hashes, tokens signed with HMAC-SHA256",
                    "database",
                    "a SQLite file in the application's data folder, or PostgreSQL by URL; by JPA, migrated by Flyway",
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
    Map<BackingService, List<String>> bindings() {
        return RELATIONAL;
    }

    @Override
    Recipe recipe(ServiceParameters parameters) {
        boolean authentication = parameters.authentication();
        return new Recipe(
                List.of(
                        Command.fetching("sh", "-ec", FETCH).lockedBy("libraries.sha256"),
                        Command.offline("sh", "-ec", MAVEN + "-o package"),
                        Command.offline("sh", "-ec", EXTRACT)),
                "build",
                List.of(
                        "{java}",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        "app.jar"),
                authentication ? Map.of("AUTH_SIGNING_KEY", "signs the bearer tokens; 32 bytes or more") : Map.of(),
                authentication
                        ? AuthenticationProbes.guarded(HEALTH, collection(parameters.resource()))
                        : AuthenticationProbes.open(HEALTH));
    }

    private static String collection(ResourceNoun resource) {
        return "/api/" + resource.plural();
    }
}
