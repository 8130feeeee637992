package io.quantumlayer.api;

import io.quantumlayer.api.run.ApplicationId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands outside although no release uses it.
 *
 * @param found what was found, by provider and then in the order in which it was made
 * @param unsearched one readable line a provider that could not be searched, with the reason; what stands there is
 *     UNKNOWN
 */
public record Orphans(List<Orphan> found, List<String> unsearched) {
    /** Copies the lists. */
    public Orphans {
        found = List.copyOf(found);
        unsearched = List.copyOf(unsearched);
    }

    /**
     * One thing that no release uses.
     *
     * @param application whose it was
     * @param provider the id of the provider that made it
     * @param operation what made it, such as {@code start-process}
     * @param resource its name, unique at that provider
     * @param since when it was made, if the outside tells
     */
    public record Orphan(
            ApplicationId application, String provider, String operation, String resource, Optional<Instant> since) {
        /** Refuses null parts. */
        public Orphan {
            Objects.requireNonNull(application, "application");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(resource, "resource");
            Objects.requireNonNull(since, "since");
        }
    }
}
