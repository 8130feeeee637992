package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;

/** The failure of a resource that was made and is not seen. */
final class Unseen {
    private Unseen() {}

    static Failure failure(Operation operation, Observation observation) {
        return Failure.of(
                ErrorType.DEPENDENCY,
                "deploy.unseen",
                operation.id() + " " + operation.resource() + " was made and is " + observation.presence() + ": "
                        + observation.attributes().getOrDefault("reason", "no reason given"));
    }
}
