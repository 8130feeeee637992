package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.scanner.Scanner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lets every scanner look through a folder and asks the gate; what a scanner throws is a scan that failed. */
public final class SourceScans {
    private final List<Scanner> scanners;
    private final List<Exemption> exemptions;

    /**
     * Creates the scans.
     *
     * @param scanners the scanners, in order
     * @param exemptions what the gate lets pass for a while
     */
    public SourceScans(List<Scanner> scanners, List<Exemption> exemptions) {
        this.scanners = List.copyOf(scanners);
        this.exemptions = List.copyOf(exemptions);
    }

    /**
     * Scans a folder.
     *
     * @param context the call
     * @param folder the source
     * @param level how much the gate asks for
     * @return the reports and the decision
     */
    public ScanResult scan(CallContext context, Path folder, SecurityLevel level) {
        return scan(context, folder, level, UnaryOperator.identity());
    }

    /**
     * Scans what was built.
     *
     * @param context the call
     * @param folder the artifact
     * @param level how much the gate asks for
     * @param counted says what of a report counts
     * @return the reports and the decision
     */
    ScanResult scan(CallContext context, Path folder, SecurityLevel level, UnaryOperator<ScanReport> counted) {
        List<ScanReport> reports = scanners.stream()
                .map(s -> counted.apply(scan(s, context, folder)))
                .toList();
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        return new ScanResult(reports, Gate.decide(reports, level, new Gate.Leniency(exemptions, today)));
    }

    private static ScanReport scan(Scanner scanner, CallContext context, Path folder) {
        try {
            ScanReport report = scanner.scan(context, folder);
            return report.scanner().equals(scanner.id())
                    ? report
                    : failed(scanner, "it signed its report as '" + report.scanner() + "'");
        } catch (QuantumLayerException refused) {
            return ScanReport.failed(scanner.id(), refused.failure());
        } catch (RuntimeException broken) {
            return failed(scanner, "it broke: " + broken.getClass().getSimpleName());
        }
    }

    private static ScanReport failed(Scanner scanner, String why) {
        return ScanReport.failed(scanner.id(), Failure.of(ErrorType.UNKNOWN, "scanner.broken", why));
    }
}
