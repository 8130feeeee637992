package io.quantumlayer.api.spi.provider;

import io.quantumlayer.api.run.ApplicationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a provider made and that stands now, as the outside shows it.
 *
 * @param application whose it is
 * @param operation the operation that makes it: {@link Provider#observe} sees it present, {@link Provider#remove} takes
 *     it away
 * @param key the key under which it was made, if the outside keeps it
 * @param since when it was made, if the outside tells
 */
public record Standing(ApplicationId application, Operation operation, Optional<String> key, Optional<Instant> since) {
    /** Refuses null parts. */
    public Standing {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(since, "since");
    }
}
