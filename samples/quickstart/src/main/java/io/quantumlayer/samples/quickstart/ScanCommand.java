package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.security.OpenVexDocument;
import io.quantumlayer.security.SarifLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets every scanner look through a folder and asks the gate. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Scans a folder; exits 0 only if every scanner ran and the gate allows, 1 if it refuses.")
final class ScanCommand implements Callable<Integer> {
    private static final int EXEMPTION_PARTS = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

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

    @Option(names = "--vex", paramLabel = "FILE", description = "Writes vulnerable packages as OpenVEX 0.2.0, if any.")
    private @Nullable Path vex;

    @Option(
            names = "--product",
            paramLabel = "PURL",
            description = "What the OpenVEX document is about (default: ${DEFAULT-VALUE}).")
    private String product = "pkg:generic/application";

    @Option(
            names = "--set",
            paramLabel = "SCANNER.NAME=VALUE",
            description = "Sets a scanner's setting, such as sca.data=/srv/osv/all.zip.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private final Policies policies = new Policies();

    @Option(
            names = "--exempt",
            paramLabel = "FINGERPRINT|RULE,OWNER,DATE,REASON",
            description = "Lets a finding pass until a day; shown in the decision.")
    private List<String> exemptions = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        UnaryOperator<QuantumLayerBuilder> gated = policies.read();
        try (QuantumLayer ql = open(gated)) {
            ScanResult result = ql.scan(folder, level);
            if (sarif != null) {
                Files.writeString(sarif, SarifLog.of(result));
            }
            if (vex != null) {
                writeVex(vex, result);
            }
            common.output().scan(result);
            return result.gate().allowed() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private QuantumLayer open(UnaryOperator<QuantumLayerBuilder> gated) {
        QuantumLayerBuilder builder = common.builder();
        settings.forEach((name, value) -> {
            int dot = name.indexOf('.');
            builder.setting(name.substring(0, Math.max(0, dot)), name.substring(dot + 1), value);
        });
        exemptions.stream().map(this::exemption).forEach(builder::addExemption);
        return gated.apply(builder).build();
    }

    private Exemption exemption(String text) {
        String[] parts = text.split(",", EXEMPTION_PARTS);
        try {
            return new Exemption(parts[0], parts[1], parts[3], LocalDate.parse(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--exempt needs FINGERPRINT|RULE,OWNER,DATE,REASON, not '" + text + "'", e);
        }
    }

    private void writeVex(Path file, ScanResult result) throws IOException {
        OpenVexDocument.Header header = new OpenVexDocument.Header("ql scan", product, Instant.now());
        Optional<String> document = OpenVexDocument.of(header, result);
        if (document.isPresent()) {
            Files.writeString(file, document.get());
        } else {
            common.output().note("OpenVEX", "no package is concerned, so there is no document");
        }
    }
}
