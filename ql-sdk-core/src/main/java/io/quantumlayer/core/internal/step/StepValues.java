package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.core.internal.codec.Json;
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

    private <T> Optional<T> value(StepName step, Class<T> type) {
        return Optional.ofNullable(outputs.get(step.id()))
                .map(output -> Json.convert(Ended.of(output).value(), type));
    }
}
