package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.core.QuantumLayerBuilder;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with what a dead process left unfinished. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Goes on with every run that a dead process left unfinished.")
final class ResumeCommand implements Callable<Integer> {
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

    @Override
    public Integer call() throws InterruptedException {
        Output output = common.output();
        int worst = ExitCode.DONE;
        UnaryOperator<QuantumLayerBuilder> gated = policies.read();
        try (QuantumLayer ql = container.open(common, builder -> gated.apply(rebuilding.told(builder)))) {
            List<Deployment> resumed = ql.resume();
            output.note("", resumed.size() + " run(s) to go on with");
            for (Deployment deployment : resumed) {
                worst = Math.max(worst, new Following(output, consent).told(deployment));
            }
        }
        return worst;
    }
}
