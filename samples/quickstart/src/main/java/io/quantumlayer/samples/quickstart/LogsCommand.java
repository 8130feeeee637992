package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the end of an application's log. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Prints the last 1,000 lines of the log.")
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ApplicationOptions which = new ApplicationOptions();

    @Override
    public Integer call() {
        Output output = common.output();
        try (QuantumLayer ql = common.open()) {
            which.of(ql).logs().forEach(line -> output.note("", line));
            return ExitCode.DONE;
        }
    }
}
