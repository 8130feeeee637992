package io.quantumlayer.core.internal.secrets;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecretRef;
import org.jspecify.annotations.Nullable;

/** The words in which a secret is refused: they name the reference, never a value. */
final class Refusals {
    private Refusals() {}

    static QuantumLayerException because(SecretRef reference, String why, @Nullable Exception cause) {
        return of("secret.refused", "secret " + reference + " " + why, cause);
    }

    static QuantumLayerException of(String code, String message, @Nullable Exception cause) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, code, message), cause);
    }
}
