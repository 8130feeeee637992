package io.quantumlayer.blueprints.internal;

import io.quantumlayer.api.spi.generator.Recipe;
import java.util.List;
import java.util.Map;

/** How a generated Java REST service is built, started and probed. */
final class JavaRestRecipe {
    private static final String JAVA = "{java}";

    /** What runs for seconds only is over before the second compiler has paid for itself. */
    static final Recipe.Command BUILD = Recipe.Command.offline(
            JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "Build.java");

    private JavaRestRecipe() {}

    static Recipe of(ServiceParameters parameters) {
        boolean authentication = parameters.authentication();
        return new Recipe(
                List.of(BUILD),
                "build",
                List.of(JAVA, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"),
                authentication ? Map.of("AUTH_SIGNING_KEY", "signs the bearer tokens; 32 bytes or more") : Map.of(),
                authentication
                        ? AuthenticationProbes.guarded("/health", collection(parameters.resource()))
                        : AuthenticationProbes.open("/health"));
    }

    static String collection(ResourceNoun noun) {
        return "/api/" + noun.plural();
    }
}
