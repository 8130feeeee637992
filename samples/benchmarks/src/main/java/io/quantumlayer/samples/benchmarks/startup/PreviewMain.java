package io.quantumlayer.samples.benchmarks.startup;

import io.quantumlayer.api.Preview;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.core.PlanFile;
import io.quantumlayer.core.QuantumLayerBuilder;
import java.nio.file.Path;

/** Reads a plan, builds a library with all extensions of the class path, and shows what it would do. */
public final class PreviewMain {
    private PreviewMain() {}

    /**
     * Previews the plan and prints where it would be placed, among what is installed or in the whole market.
     *
     * @param args the plan's file, and perhaps {@code market}
     */
    public static void main(String[] args) {
        try (QuantumLayer layer = QuantumLayerBuilder.create().build()) {
            Preview preview = layer.preview(PlanFile.read(Path.of(args[0])));
            boolean market = args.length > 1 && args[1].equals("market");
            PlacementDecision decision = market ? preview.outlook().market() : preview.decision();
            System.out.println(decision.chosen().map(Placement::offeringId).orElseThrow());
        }
    }
}
