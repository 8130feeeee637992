package io.quantumlayer.api.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What detection found at every installed provider.
 *
 * @param detections one detection a provider, in the order in which providers were asked
 */
public record Environment(List<Detection> detections) {
    /**
     * Copies the detections.
     *
     * @throws IllegalArgumentException if a provider stands twice
     */
    public Environment {
        detections = List.copyOf(detections);
        Set<String> seen = new HashSet<>();
        for (Detection detection : detections) {
            if (!seen.add(detection.providerId())) {
                throw new IllegalArgumentException("Provider '" + detection.providerId() + "' was detected twice");
            }
        }
    }

    /**
     * Looks one provider up.
     *
     * @param id the provider's id
     * @return what it found, or empty if it is not installed
     */
    public Optional<Detection> provider(String id) {
        return detections.stream()
                .filter(detection -> detection.providerId().equals(id))
                .findFirst();
    }

    /**
     * Returns the providers that can be used.
     *
     * @return those that said so, in order
     */
    public List<Detection> ready() {
        return detections.stream().filter(Detection::isReady).toList();
    }
}
