package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the applications of a tenant. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the applications of a tenant.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--tenant", paramLabel = "TENANT", description = "The tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = "default";

    @Override
    public Integer call() {
        Output output = common.output();
        try (QuantumLayer ql = common.open()) {
            ql.list(tenant).forEach(output::application);
            return ExitCode.DONE;
        }
    }
}
