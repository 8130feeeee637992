package io.quantumlayer.samples.quickstart;

import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.security.policy.GatePolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The policies that the gate asks beside its own. */
final class Policies {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Asks a policy too, which may refuse what the gate allows; may be repeated.")
    private List<Path> files = new ArrayList<>();

    /** Reads them at once, so that a mistake is told before anything is opened; gives what installs them. */
    UnaryOperator<QuantumLayerBuilder> read() {
        List<GatePolicy> policies = files.stream()
                .map(file -> GatePolicy.read(new String(Inputs.read(file), StandardCharsets.UTF_8)))
                .toList();
        return builder -> {
            policies.forEach(builder::addPolicy);
            return builder;
        };
    }
}
