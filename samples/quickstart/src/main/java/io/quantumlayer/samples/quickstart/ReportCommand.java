package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the report of an application's last run. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes the HTML report of an application's last run.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final ApplicationOptions which = new ApplicationOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "The page to write (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("report.html");

    @Override
    public Integer call() throws IOException {
        Output output = common.output();
        try (QuantumLayer ql = common.open()) {
            Optional<Deployment> latest = which.of(ql).latest();
            if (latest.isEmpty()) {
                output.note("", "there was no run yet");
                return ExitCode.BAD_INPUT;
            }
            Files.writeString(out, latest.get().report());
            output.note("Report", out.toAbsolutePath().toUri().toString());
            return ExitCode.DONE;
        }
    }
}
