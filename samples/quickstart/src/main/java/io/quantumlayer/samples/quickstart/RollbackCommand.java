package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Returns to the previous release. */
@Command(name = "rollback", mixinStandardHelpOptions = true, description = "Returns to the previous release.")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ContainerMode container = new ContainerMode();

    @Mixin
    private final ApplicationOptions which = new ApplicationOptions();

    @Override
    public Integer call() throws InterruptedException {
        try (QuantumLayer ql = container.open(common)) {
            return new Following(common.output()).told(which.of(ql).rollback());
        }
    }
}
