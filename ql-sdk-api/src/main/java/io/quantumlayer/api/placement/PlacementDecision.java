package io.quantumlayer.api.placement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an application runs, everything it was weighed against, and what would change the winner.
 *
 * @param chosen the placement, or empty if nothing passed every limit; always on one of the candidates
 * @param candidates what passed every limit, the best first
 * @param rejections what did not, in the order in which it was looked at
 * @param sensitivity one sentence for each change that would make another candidate win
 */
public record PlacementDecision(
        Optional<Placement> chosen, List<Candidate> candidates, List<Rejection> rejections, List<String> sensitivity) {
    /**
     * Copies the lists and checks that the placement chosen is a candidate.
     *
     * @throws IllegalArgumentException if it is none
     */
    public PlacementDecision {
        Objects.requireNonNull(chosen, "chosen");
        candidates = List.copyOf(candidates);
        rejections = List.copyOf(rejections);
        sensitivity = List.copyOf(sensitivity);
        List<String> allowed =
                candidates.stream().map(candidate -> candidate.offering().id()).toList();
        chosen.map(Placement::offeringId).filter(id -> !allowed.contains(id)).ifPresent(id -> {
            throw new IllegalArgumentException("'" + id + "' was chosen but is no candidate of " + allowed);
        });
    }

    /**
     * Returns the candidate that was chosen.
     *
     * @return the candidate, or empty if nothing passed every limit
     */
    public Optional<Candidate> winner() {
        return chosen.flatMap(placement -> candidates.stream()
                .filter(candidate -> candidate.offering().id().equals(placement.offeringId()))
                .findFirst());
    }
}
