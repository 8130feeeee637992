package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.run.ApplicationId;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names the application that a command is about. */
final class ApplicationOptions {
    @Parameters(paramLabel = "NAME", description = "The application's name.")
    private String name = "";

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Its tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = "default";

    Application of(QuantumLayer ql) {
        return ql.application(new ApplicationId(tenant, name));
    }
}
