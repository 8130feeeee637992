package io.quantumlayer.api;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.PlacementDecision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that would happen, computed without touching anything.
 *
 * @param spec the analysed application
 * @param environment what was detected
 * @param outlook where it would run and why
 * @param operations what would be done outside, one readable line each, in order
 * @param blockedByOrNull what stands against a deployment, or null if nothing does
 */
public record Preview(
        AppSpec spec,
        Environment environment,
        Outlook outlook,
        List<String> operations,
        @Nullable Failure blockedByOrNull) {
    /** Copies the list. */
    public Preview {
        operations = List.copyOf(operations);
    }

    /**
     * Returns the placement that a deployment would choose, and why.
     *
     * @return the decision among what is installed
     */
    public PlacementDecision decision() {
        return outlook.decision();
    }

    /**
     * Returns what stands against a deployment.
     *
     * @return the failure, or empty if nothing does
     */
    public Optional<Failure> blockedBy() {
        return Optional.ofNullable(blockedByOrNull);
    }
}
