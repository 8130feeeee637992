package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of a run gave, read back from its history. */
public final class StepValues {
    private final Map<String, byte[]> outputs = new HashMap<>();

    private StepValues() {}

    /**
     * Reads the last output of each step.
     *
     * @param history the events of the run
     * @return the values
     */
    public static StepValues of(List<FlowEvent> history) {
        StepValues values = new StepValues();
        for (FlowEvent event : history) {
            if (event.kind() == FlowEvent.Kind.DONE) {
                values.outputs.put(event.step(), event.data());
            }
        }
        return values;
    }

    /**
     * Returns the placement decision.
     *
     * @return the decision, or empty if the run made none
     */
    public Optional<PlacementDecision> decision() {
        return value(StepName.SELECT_STRATEGY, PlacementDecision.class);
    }

    /**
     * Returns the scan reports.
     *
     * @return one a scanner; empty if the run did not scan
     */
    public List<ScanReport> scans() {
        return value(StepName.SCAN, Scanned.class).map(Scanned::reports).orElse(List.of());
    }

    /**
     * Returns the release that the run placed, or made stand again, whether it is live or not.
     *
     * @return the release, or empty if the run got to none
     */
    public Optional<ReleaseSpec> placed() {
        return value(StepName.DEPLOY.id(), Placed.class)
                .or(() -> value(RollbackSteps.RESTORE, Placed.class))
                .map(Placed::spec);
    }

    private <T> Optional<T> value(StepName step, Class<T> type) {
        return value(step.id(), type);
    }

    private <T> Optional<T> value(String step, Class<T> type) {
        return Optional.ofNullable(outputs.get(step))
                .map(output -> Ended.of(output).value(type));
    }
}
