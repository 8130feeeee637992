package io.quantumlayer.registry.oci;

import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.registry.oci.internal.Credential;
import io.quantumlayer.registry.oci.internal.Credentials;
import io.quantumlayer.registry.oci.internal.DockerConfig;
import io.quantumlayer.registry.oci.internal.Requests;
import io.quantumlayer.registry.oci.internal.Scheme;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds an {@link OciRegistry}. Not thread-safe. */
public final class OciRegistryBuilder {
    private final Set<String> plain = new HashSet<>();
    private final Map<String, Credential> given = new LinkedHashMap<>();
    private final Map<String, String> mirrors = new LinkedHashMap<>();
    private Optional<Path> dockerConfig = Optional.empty();

    OciRegistryBuilder() {}

    /**
     * Reads a Docker configuration for credentials and credential helpers. Helpers are run by name from the path.
     *
     * @param file the {@code config.json}; a missing file holds no credentials
     * @return this
     */
    public OciRegistryBuilder dockerConfig(Path file) {
        dockerConfig = Optional.of(file);
        return this;
    }

    /**
     * Gives the credentials of one registry, which win over a Docker configuration.
     *
     * @param registry host and optional port
     * @param user the user's name
     * @param password the password or token
     * @return this
     */
    public OciRegistryBuilder credentials(String registry, String user, Secret password) {
        given.put(registry, new Credential(user, password));
        return this;
    }

    /**
     * Allows unencrypted HTTP to one registry. Without this only registries on the loopback interface are spoken to so.
     *
     * @param registry host and optional port
     * @return this
     */
    public OciRegistryBuilder plainHttp(String registry) {
        plain.add(registry);
        return this;
    }

    /**
     * Reads what belongs to one registry from another one; writing still goes to the first.
     *
     * @param registry host and optional port
     * @param mirror the mirror's host and optional port
     * @return this
     */
    public OciRegistryBuilder mirror(String registry, String mirror) {
        mirrors.put(registry, mirror);
        return this;
    }

    /**
     * Builds the client; touches neither files nor network.
     *
     * @return the client
     */
    public OciRegistry build() {
        Credentials credentials = new Credentials(Map.copyOf(given), dockerConfig.map(DockerConfig::new));
        return new OciRegistry(new Requests(new Scheme(Set.copyOf(plain)), credentials), Map.copyOf(mirrors));
    }
}
