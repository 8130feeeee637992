package io.quantumlayer.samples.quickstart;

import io.quantumlayer.core.QuantumLayerBuilder;
import picocli.CommandLine.Option;

/** Whether the result of an earlier build will do. */
final class Rebuilding {
    @Option(
            names = "--rebuild",
            description = "Builds and tests again what an equal source with equal tools has given before.")
    private boolean on;

    QuantumLayerBuilder told(QuantumLayerBuilder builder) {
        return builder.reuseBuilds(!on);
    }
}
