package io.quantumlayer.blueprints.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quantumlayer.api.spi.generator.Recipe.Probe;
import io.quantumlayer.api.spi.generator.Recipe.Purpose;
import java.util.Base64;
import java.util.List;

/** The requests that prove a service's health, and that it refuses those without a valid credential. */
final class AuthenticationProbes {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private AuthenticationProbes() {}

    static List<Probe> open(String health) {
        return List.of(new Probe(health, OK, "", Purpose.HEALTH));
    }

    static List<Probe> guarded(String health, String path) {
        return List.of(
                new Probe(health, OK, "", Purpose.HEALTH),
                new Probe(path, UNAUTHORIZED, "", Purpose.AUTHENTICATION),
                new Probe(path, UNAUTHORIZED, forgedToken(), Purpose.AUTHENTICATION));
    }

    /** Has the right form, algorithm and claims, and a signature that no key made: only checking it can refuse it. */
    private static String forgedToken() {
        String claims = "{\"sub\":\"probe\",\"iat\":1700000000,\"exp\":4102444800}";
        return encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims) + "." + encode("0".repeat(32));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
