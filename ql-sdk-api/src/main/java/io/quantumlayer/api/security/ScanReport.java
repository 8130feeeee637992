package io.quantumlayer.api.security;

import io.quantumlayer.api.error.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one scanner over one source. A report without findings is an all-clear only if it is
 * {@link ScanStatus#COMPLETED}, and only for its {@link #coverage()}.
 *
 * @param scanner the scanner's id
 * @param status how far it came
 * @param findings what was seen, ordered by location then rule
 * @param coverage what was looked at; where it did not run, the reason stands in {@link Coverage#skipped()}
 * @param failureOrNull why it did not run to its end, or null if it did
 */
public record ScanReport(
        String scanner,
        ScanStatus status,
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
        return new ScanReport(scanner, ScanStatus.COMPLETED, findings, coverage, null);
    }

    /**
     * Creates the report of a scan that did not run to its end.
     *
     * @param scanner the scanner's id
     * @param failure why
     * @return the report, without findings or coverage
     */
    public static ScanReport failed(String scanner, Failure failure) {
        return new ScanReport(scanner, ScanStatus.FAILED, List.of(), Coverage.nothing(), failure);
    }

    /**
     * Creates the report of a scanner whose kind of thing the source does not hold.
     *
     * @param scanner the scanner's id
     * @param reason what was looked for and not found
     * @return the report
     */
    public static ScanReport notApplicable(String scanner, String reason) {
        return new ScanReport(scanner, ScanStatus.NOT_APPLICABLE, List.of(), Coverage.nothing(reason), null);
    }

    /**
     * Creates the report of a scanner that was never told what it needs.
     *
     * @param scanner the scanner's id
     * @param reason the setting that enables it
     * @return the report
     */
    public static ScanReport notEnabled(String scanner, String reason) {
        return new ScanReport(scanner, ScanStatus.NOT_ENABLED, List.of(), Coverage.nothing(reason), null);
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
