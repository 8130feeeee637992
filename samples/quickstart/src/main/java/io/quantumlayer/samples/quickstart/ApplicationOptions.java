package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names the application that a command is about. */
final class ApplicationOptions {
    @Parameters(paramLabel = "NAME", description = "The application's name, or TENANT/NAME as ql list prints it.")
    private String name = "";

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Its tenant (default: default).")
    private Optional<String> tenant = Optional.empty();

    Application of(QuantumLayer ql) {
        return ql.application(id());
    }

    private ApplicationId id() {
        int slash = name.indexOf('/');
        Optional<String> named = slash < 0 ? Optional.empty() : Optional.of(name.substring(0, slash));
        if (named.isPresent() && tenant.isPresent() && !named.equals(tenant)) {
            throw new QuantumLayerException(
                    refused("'" + name + "' and --tenant " + tenant.get() + " name two tenants; leave one out"));
        }
        try {
            return new ApplicationId(named.or(() -> tenant).orElse("default"), name.substring(slash + 1));
        } catch (IllegalArgumentException e) {
            throw new QuantumLayerException(refused(String.valueOf(e.getMessage())), e);
        }
    }

    private static Failure refused(String message) {
        return Failure.of(ErrorType.VALIDATION, "input.application", message);
    }
}
