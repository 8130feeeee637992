package io.quantumlayer.core.internal.secrets;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretStore;
import java.util.Map;
import java.util.Optional;

/** Secrets in environment variables of the host, the same for all tenants. An empty variable holds none. */
public final class EnvironmentSecrets implements SecretStore {
    private final Map<String, String> environment;

    /**
     * Creates a store.
     *
     * @param environment the variables, read anew at each call
     */
    public EnvironmentSecrets(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String scheme() {
        return SecretRef.ENV;
    }

    @Override
    public Optional<Secret> read(CallContext context, SecretRef reference) {
        return Optional.ofNullable(environment.get(reference.path()))
                .filter(value -> !value.isEmpty())
                .map(Secret::of);
    }
}
