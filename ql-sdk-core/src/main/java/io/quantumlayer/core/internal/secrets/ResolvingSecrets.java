package io.quantumlayer.core.internal.secrets;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import io.quantumlayer.api.spi.secrets.SecretStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the store of a reference's scheme, and tells the sink each value before anybody else sees it. Thread-safe. */
public final class ResolvingSecrets implements SecretResolver {
    private final Map<String, SecretStore> stores = new LinkedHashMap<>();
    private final SecretSink sink;

    /**
     * Creates a resolver.
     *
     * @param stores the stores; a later one takes the place of an earlier one of the same scheme
     * @param sink is told every value
     */
    public ResolvingSecrets(List<SecretStore> stores, SecretSink sink) {
        stores.forEach(store -> this.stores.put(store.scheme(), store));
        this.sink = sink;
    }

    /**
     * Tells whether somebody resolves a scheme.
     *
     * @param scheme the scheme
     * @return whether there is a store for it
     */
    public boolean knows(String scheme) {
        return stores.containsKey(scheme);
    }

    @Override
    public Secret resolve(CallContext context, SecretRef reference) {
        @Nullable SecretStore store = stores.get(reference.scheme());
        if (store == null) {
            String remedy = reference.scheme().equals(SecretRef.HOME) ? "; build the library with home(path)" : "";
            throw Refusals.of(
                    "secret.scheme",
                    "nobody resolves the secret " + reference + "; known are " + String.join(", ", stores.keySet())
                            + remedy,
                    null);
        }
        Secret secret = store.read(context, reference)
                .orElseThrow(() ->
                        Refusals.of("secret.missing", "secret " + reference + " does not exist, or is empty", null));
        try {
            secret.reveal(value -> {
                sink.learn(value);
                UrlLogin.password(value).forEach(sink::learn);
                return value.length();
            });
            return secret;
        } catch (RuntimeException e) {
            secret.close();
            throw e;
        }
    }
}
