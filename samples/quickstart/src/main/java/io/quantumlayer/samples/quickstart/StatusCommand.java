package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks afresh whether an application is live. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Looks afresh whether an application is live, and reads its signals.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ApplicationOptions which = new ApplicationOptions();

    @Override
    public Integer call() {
        Output output = common.output();
        try (QuantumLayer ql = common.open()) {
            Application application = which.of(ql);
            DeploymentResult status = application.status();
            output.result(status);
            application
                    .signals()
                    .forEach(s -> output.note(
                            s.name(), String.format(Locale.ROOT, "%s %s at %s", s.value(), s.unit(), s.at())));
            return ExitCode.of(status.outcome());
        }
    }
}
