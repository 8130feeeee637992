package io.quantumlayer.registry.oci.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.spi.secrets.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Docker configuration, read afresh for each credential: logins change while a host runs. */
public final class DockerConfig {
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final String HUB_KEY = "https://index.docker.io/v1/";

    private final Path file;

    /** Reads this file, which need not exist. */
    public DockerConfig(Path file) {
        this.file = file;
    }

    Optional<Credential> credential(String registry) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode config = read();
        List<String> keys = registry.equals(Scheme.HUB)
                ? List.of(HUB_KEY, "index.docker.io", "docker.io")
                : List.of(registry, "https://" + registry, "http://" + registry, "https://" + registry + "/v1/");
        return keys.stream().flatMap(key -> under(config, key)).findFirst();
    }

    private static Stream<Credential> under(JsonNode config, String key) {
        JsonNode entry = config.path("auths").path(key);
        String named = config.path("credHelpers").path(key).asText();
        if (!named.isEmpty()) {
            return new CredentialProgram(named).get(key).stream();
        }
        String store = config.path("credsStore").asText();
        if (!store.isEmpty() && config.path("auths").has(key)) {
            return new CredentialProgram(store).get(key).stream();
        }
        return direct(entry).stream();
    }

    private static Optional<Credential> direct(JsonNode entry) {
        String identity = entry.path("identitytoken").asText();
        if (!identity.isEmpty()) {
            return Optional.of(new Credential(Credential.TOKEN, Secret.of(identity)));
        }
        String user = entry.path("username").asText();
        if (!user.isEmpty()) {
            return Optional.of(
                    new Credential(user, Secret.of(entry.path("password").asText())));
        }
        return decoded(entry.path("auth").asText());
    }

    private static Optional<Credential> decoded(String auth) {
        try {
            String pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(new Credential(pair.substring(0, colon), Secret.of(pair.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            throw Failures.configuration("An auth entry of the Docker configuration is not base64; log in again.", e);
        }
    }

    private JsonNode read() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Failures.configuration("The Docker configuration " + file + " is larger than 4 MiB.", null);
            }
            return Json.object(Files.readAllBytes(file))
                    .orElseThrow(
                            () -> Failures.configuration("The Docker configuration " + file + " is no JSON.", null));
        } catch (IOException e) {
            throw Failures.configuration("The Docker configuration " + file + " cannot be read.", e);
        }
    }
}
