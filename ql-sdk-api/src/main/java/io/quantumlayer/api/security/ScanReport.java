package io.quantumlayer.api.security;

import io.quantumlayer.api.error.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one scanner over one source: either it ran to its end and says what it saw and covered, or it did not
 * and says why. A report without findings is an all-clear only together with its {@link #coverage()}.
 *
 * @param scanner the scanner's id
 * @param findings what was seen, ordered by location then rule
 * @param coverage what was looked at
 * @param failureOrNull why it did not run to its end, or null if it did
 */
public record ScanReport(
        String scanner,
        List<Finding> findings,
        Coverage coverage,
        @Nullable Failure failureOrNull) {
    /** Copies the list. */
    public ScanReport {
        findings = List.copyOf(findings);
    }

    /**
     * Creates the report of a scan that ran to its end.
     *
     * @param scanner the scanner's id
     * @param findings what was seen
     * @param coverage what was looked at
     * @return the report
     */
    public static ScanReport completed(String scanner, List<Finding> findings, Coverage coverage) {
        return new ScanReport(scanner, findings, coverage, null);
    }

    /**
     * Creates the report of a scan that did not run to its end.
     *
     * @param scanner the scanner's id
     * @param failure why
     * @return the report, without findings or coverage
     */
    public static ScanReport failed(String scanner, Failure failure) {
        return new ScanReport(scanner, List.of(), new Coverage(0, 0, List.of()), failure);
    }

    /**
     * Returns why the scan did not run to its end.
     *
     * @return the failure, or empty if it ran
     */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failureOrNull);
    }
}
