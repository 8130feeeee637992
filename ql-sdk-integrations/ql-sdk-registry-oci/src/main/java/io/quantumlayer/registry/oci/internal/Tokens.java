package io.quantumlayer.registry.oci.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.spi.CallContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Answers challenges: with basic credentials, or with a token fetched from where the challenge points. */
final class Tokens {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int DEFAULT_SECONDS = 60;
    private static final int EARLY_SECONDS = 10;

    private final Requests requests;
    private final Scheme scheme;
    private final Credentials credentials;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Tokens(Requests requests, Scheme scheme, Credentials credentials) {
        this.requests = requests;
        this.scheme = scheme;
        this.credentials = credentials;
    }

    Optional<String> known(CallContext context, String registry, String scope) {
        Known found = known.get(registry + " " + scope);
        return found == null || found.until().isBefore(context.clock().instant())
                ? Optional.empty()
                : Optional.of(found.header());
    }

    Optional<String> fetch(CallContext context, String registry, String scope, String challenge) {
        Challenge asked = Challenge.parse(challenge);
        Optional<Credential> credential = credentials.of(registry);
        if (asked.isBasic()) {
            return credential.map(c -> remember(registry, scope, basic(c), Instant.MAX));
        }
        if (!asked.isBearer()) {
            return Optional.empty();
        }
        HttpUrl realm = Requests.parse(asked.value("realm"));
        if (!realm.isHttps() && !scheme.isPlain(registry)) {
            throw Failures.answer("The registry " + registry + " asks for credentials over plain HTTP: refused.");
        }
        Request request = credential.filter(Credential::isIdentityToken).isPresent()
                ? exchange(realm, asked, scope, credential.get())
                : question(realm, asked, scope, credential);
        return Optional.of(answer(context, registry, scope, request));
    }

    private static Request question(HttpUrl realm, Challenge asked, String scope, Optional<Credential> credential) {
        HttpUrl.Builder url = realm.newBuilder().addQueryParameter("scope", scope);
        asked.find("service").ifPresent(service -> url.addQueryParameter("service", service));
        Request.Builder request = new Request.Builder().url(url.build());
        credential.ifPresent(c -> request.header("Authorization", basic(c)));
        return request.build();
    }

    private static Request exchange(HttpUrl realm, Challenge asked, String scope, Credential identity) {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("service", asked.find("service").orElse(""))
                .add("client_id", "ql-sdk")
                .add("scope", scope)
                .add("refresh_token", identity.password().reveal(p -> p))
                .build();
        return new Request.Builder().url(realm).post(form).build();
    }

    private String answer(CallContext context, String registry, String scope, Request request) {
        try (Response response = requests.execute(context, request)) {
            if (!response.isSuccessful()) {
                throw Requests.refused(response);
            }
            JsonNode json = Json.object(Requests.body(response, MAX_BYTES))
                    .orElseThrow(() -> Failures.answer("The token service of " + registry + " gave no JSON."));
            String token = json.path("token").asText(json.path("access_token").asText());
            if (token.isEmpty() || !token.matches("[\\x21-\\x7e]+")) {
                throw Failures.answer("The token service of " + registry + " gave no token.");
            }
            long seconds = Math.max(json.path("expires_in").asLong(DEFAULT_SECONDS), DEFAULT_SECONDS);
            Instant until = context.clock().instant().plusSeconds(seconds - EARLY_SECONDS);
            return remember(registry, scope, "Bearer " + token, until);
        }
    }

    private String remember(String registry, String scope, String header, Instant until) {
        known.put(registry + " " + scope, new Known(header, until));
        return header;
    }

    private static String basic(Credential credential) {
        return credential.password().reveal(password -> {
            byte[] pair = (credential.user() + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        });
    }

    private record Known(String header, Instant until) {}
}
