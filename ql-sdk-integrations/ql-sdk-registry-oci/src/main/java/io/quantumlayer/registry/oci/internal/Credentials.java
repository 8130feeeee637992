package io.quantumlayer.registry.oci.internal;

import java.util.Map;
import java.util.Optional;

/** Finds the credential of a registry: given ones first, then the Docker configuration. */
public final class Credentials {
    private final Map<String, Credential> given;
    private final Optional<DockerConfig> config;

    /** Looks in both places. */
    public Credentials(Map<String, Credential> given, Optional<DockerConfig> config) {
        this.given = given;
        this.config = config;
    }

    Optional<Credential> of(String registry) {
        Credential direct = given.get(registry);
        return direct != null ? Optional.of(direct) : config.flatMap(c -> c.credential(registry));
    }
}
