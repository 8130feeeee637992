package io.quantumlayer.samples.quickstart;

import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.security.policy.GatePolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The policies that the gate asks beside its own. */
final class Policies {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Asks a policy too, which may refuse what the gate allows; may be repeated.")
    private List<Path> files = new ArrayList<>();

    QuantumLayerBuilder told(QuantumLayerBuilder builder) {
        for (Path file : files) {
            builder.addPolicy(GatePolicy.read(new String(Inputs.read(file), StandardCharsets.UTF_8)));
        }
        return builder;
    }
}
