package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.core.PlanFile;
import io.quantumlayer.core.QuantumLayerBuilder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deploys a plan file and leaves the application running. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description = "Deploys a plan file and leaves the application running.")
final class DeployCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ContainerMode container = new ContainerMode();

    @Mixin
    private final Rebuilding rebuilding = new Rebuilding();

    @Mixin
    private final Policies policies = new Policies();

    @Mixin
    private final Consent consent = new Consent();

    @Mixin
    private final Takeover takeover = new Takeover();

    @Parameters(paramLabel = "PLAN.yaml", description = "The plan file.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        UnaryOperator<QuantumLayerBuilder> gated = policies.read();
        try (QuantumLayer ql = container.open(common, builder -> gated.apply(rebuilding.told(builder)))) {
            DeploymentPlan plan = PlanFile.read(file);
            boolean asks = consent.asked() && plan.approval().isEmpty();
            DeploymentPlan asking =
                    asks ? plan.toBuilder().approval(Consent.LIMIT).build() : plan;
            return new Following(common.output(), consent).told(takeover.start(ql, asking));
        }
    }
}
