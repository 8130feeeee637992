package io.quantumlayer.api.spi.secrets;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.spi.CallContext;

/**
 * Turns a reference into the secret, inside the step that needs it. Thread-safe. Every value it gives is known to the
 * redactor before the caller sees it.
 */
public interface SecretResolver {
    /**
     * Resolves a reference.
     *
     * @param context the call that needs it; its tenant decides what may be read
     * @param reference the reference
     * @return the secret, to be closed after use
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration if no such secret exists, naming
     *     the reference and never a value
     */
    Secret resolve(CallContext context, SecretRef reference);
}
