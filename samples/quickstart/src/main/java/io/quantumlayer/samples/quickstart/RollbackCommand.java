package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ReleaseId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Returns to the previous release, or to any that is kept. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Returns to the previous release, or to any that is kept.")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ContainerMode container = new ContainerMode();

    @Mixin
    private final ApplicationOptions which = new ApplicationOptions();

    @Option(names = "--to", paramLabel = "RELEASE", description = "Which release (default: the previous one).")
    private String release = "";

    @Override
    public Integer call() throws InterruptedException {
        try (QuantumLayer ql = container.open(common)) {
            Application application = which.of(ql);
            Deployment run = release.isEmpty() ? application.rollback() : application.rollback(named());
            return new Following(common.output()).told(run);
        }
    }

    private ReleaseId named() {
        if (!ReleaseId.isValid(release)) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.VALIDATION,
                    "release.malformed",
                    "a release id is r and 12 characters [a-z0-9], not " + release + "; status shows the current one"));
        }
        return new ReleaseId(release);
    }
}
