package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.core.internal.gate.Gate;
import io.quantumlayer.core.internal.gate.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lets every scanner look through a folder and asks the gate; what a scanner throws is a scan that failed. */
public final class SourceScans {
    private final List<Scanner> scanners;
    private final Gate gate;

    /**
     * Creates the scans.
     *
     * @param scanners the scanners, in order
     * @param gate decides over what they saw
     */
    public SourceScans(List<Scanner> scanners, Gate gate) {
        this.scanners = List.copyOf(scanners);
        this.gate = gate;
    }

    /**
     * Scans a folder.
     *
     * @param context the call
     * @param folder the source
     * @param terms what the plan says to the gate
     * @return the reports and the decision
     */
    public ScanResult scan(CallContext context, Path folder, Terms terms) {
        return scan(context, folder, terms, UnaryOperator.identity());
    }

    /**
     * Scans what was built.
     *
     * @param context the call
     * @param folder the artifact
     * @param terms what the plan says to the gate
     * @param counted says what of a report counts
     * @return the reports and the decision
     */
    ScanResult scan(CallContext context, Path folder, Terms terms, UnaryOperator<ScanReport> counted) {
        List<ScanReport> reports = scanners.stream()
                .map(s -> counted.apply(scan(s, context, folder)))
                .toList();
        return new ScanResult(reports, gate.decide(context, reports, terms));
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
