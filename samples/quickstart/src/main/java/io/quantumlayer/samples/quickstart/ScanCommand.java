package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.security.SarifLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets every scanner look through a folder and asks the gate. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Scans a folder; exits 0 only if every scanner ran and the gate allows, 1 if it refuses.")
final class ScanCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "The folder to scan; it is only read.")
    private Path folder = Path.of(".");

    @Option(
            names = "--level",
            description = "How much the gate asks for: ${COMPLETION-CANDIDATES} (default: STANDARD).")
    private SecurityLevel level = SecurityLevel.STANDARD;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Writes what was seen as SARIF 2.1.0.")
    private @Nullable Path sarif;

    @Override
    public Integer call() throws IOException {
        try (QuantumLayer ql = common.open()) {
            ScanResult result = ql.scan(folder, level);
            if (sarif != null) {
                Files.writeString(sarif, SarifLog.of(result));
            }
            common.output().scan(result);
            return result.gate().allowed() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }
}
