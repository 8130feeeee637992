package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretStore;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store of secrets in memory; each tenant reads its own. Thread-safe. */
public final class FakeSecretStore implements SecretStore {
    private final String scheme;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /**
     * Creates an empty store.
     *
     * @param scheme the scheme it serves
     */
    public FakeSecretStore(String scheme) {
        this.scheme = Objects.requireNonNull(scheme, "scheme");
    }

    /**
     * Stores a secret.
     *
     * @param tenant who may read it
     * @param path the path of its reference
     * @param value its value
     * @return this
     */
    public FakeSecretStore put(String tenant, String path, String value) {
        values.put(slot(tenant, path), value);
        return this;
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public Optional<Secret> read(CallContext context, SecretRef reference) {
        String slot = slot(context.run().application().tenant(), reference.path());
        return Optional.ofNullable(values.get(slot)).map(Secret::of);
    }

    private static String slot(String tenant, String path) {
        return tenant + ' ' + path;
    }

    @Override
    public String toString() {
        return "FakeSecretStore of scheme " + scheme;
    }
}
