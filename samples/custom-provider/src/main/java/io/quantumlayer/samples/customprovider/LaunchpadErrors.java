package io.quantumlayer.samples.customprovider;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import java.util.Map;
import java.util.Optional;

/** Says what Launchpad's refusals mean; what never reached it is classified by the library itself. */
final class LaunchpadErrors implements ErrorClassifier {
    private static final Map<Integer, ErrorType> BY_STATUS = Map.of(
            401, ErrorType.AUTHENTICATION,
            403, ErrorType.AUTHORIZATION,
            409, ErrorType.CONCURRENCY,
            422, ErrorType.VALIDATION,
            503, ErrorType.SERVICE_UNAVAILABLE,
            507, ErrorType.RESOURCE);

    /** An answer that is not the one that was asked for. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String request;
        private final int status;

        Refused(String request, int status) {
            super(request);
            this.request = request;
            this.status = status;
        }
    }

    @Override
    public Optional<Failure> classify(Throwable thrown) {
        if (!(thrown instanceof Refused refused)) {
            return Optional.empty();
        }
        ErrorType type = BY_STATUS.getOrDefault(refused.status, ErrorType.UNKNOWN);
        return Optional.of(Failure.of(
                type,
                "launchpad." + refused.status,
                "Launchpad answered " + refused.status + " to " + refused.request));
    }
}
