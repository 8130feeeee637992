package io.quantumlayer.api.placement;

import java.util.Objects;
import java.util.Optional;

/**
 * An offering that a hard limit did not let pass.
 *
 * @param offeringId the offering's id
 * @param limit the name of the limit, as a plan may waive it
 * @param reason what was required and what was found
 * @param fact the fact that decided, if it was one; it may be UNKNOWN
 */
public record Rejection(String offeringId, String limit, String reason, Optional<Fact> fact) {
    /** Refuses null parts. */
    public Rejection {
        Objects.requireNonNull(offeringId, "offeringId");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(fact, "fact");
    }

    /** Returns one line: offering, limit, reason and the fact that decided. */
    @Override
    public String toString() {
        return offeringId + " rejected by " + limit + ": " + reason
                + fact.map(decisive -> " [" + decisive + "]").orElse("");
    }
}
