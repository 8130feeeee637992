package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes an application and proves its absence. */
@Command(
        name = "destroy",
        mixinStandardHelpOptions = true,
        description = "Removes everything an application has and proves its absence.")
final class DestroyCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ContainerMode container = new ContainerMode();

    @Mixin
    private final ApplicationOptions which = new ApplicationOptions();

    @Override
    public Integer call() throws InterruptedException {
        try (QuantumLayer ql = container.open(common)) {
            return new Following(common.output()).told(which.of(ql).destroy());
        }
    }
}
