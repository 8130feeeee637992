package io.quantumlayer.blueprints.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.generator.Recipe.Probe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** How a generated Java REST service is built, started and probed. */
final class JavaRestRecipe {
    private static final String JAVA = "{java}";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private JavaRestRecipe() {}

    static Recipe of(JavaRestParameters parameters) {
        boolean authentication = parameters.authentication();
        return new Recipe(
                List.of(Recipe.Command.offline(JAVA, "Build.java")),
                "build",
                List.of(JAVA, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"),
                authentication ? Map.of("AUTH_SIGNING_KEY", "signs the bearer tokens; 32 bytes or more") : Map.of(),
                probes(parameters));
    }

    static String collection(ResourceNoun noun) {
        return "/api/" + noun.plural();
    }

    private static List<Probe> probes(JavaRestParameters parameters) {
        List<Probe> probes = new ArrayList<>();
        probes.add(new Probe("/health", OK, "", Purpose.HEALTH));
        if (parameters.authentication()) {
            String path = collection(parameters.resource());
            probes.add(new Probe(path, UNAUTHORIZED, "", Purpose.AUTHENTICATION));
            probes.add(new Probe(path, UNAUTHORIZED, forgedToken(), Purpose.AUTHENTICATION));
        }
        return probes;
    }

    /** Has the right form, algorithm and claims, and a signature that no key made: only checking it can refuse it. */
    private static String forgedToken() {
        String claims = "{\"sub\":\"probe\",\"exp\":4102444800}";
        return encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims) + "." + encode("0".repeat(32));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
