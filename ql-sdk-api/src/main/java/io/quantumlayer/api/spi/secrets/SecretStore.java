package io.quantumlayer.api.spi.secrets;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;
import java.util.Optional;

/** Reads secrets of one scheme, such as {@code env} or {@code file}. Thread-safe; never caches a value. */
public interface SecretStore {
    /**
     * Returns the scheme it serves.
     *
     * @return the part of a reference before the colon
     */
    String scheme();

    /**
     * Reads a secret.
     *
     * @param context the call that needs it; its tenant decides what may be read
     * @param reference a reference of this scheme
     * @return the secret, or empty if there is none
     */
    Optional<Secret> read(CallContext context, SecretRef reference);
}
