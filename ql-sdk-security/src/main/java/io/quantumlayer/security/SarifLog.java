package io.quantumlayer.security;

import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.security.internal.report.SarifWriter;

/**
 * Writes what scanners saw as SARIF 2.1.0, one run a scanner.
 *
 * <p>A scanner that did not run to its end has an invocation with {@code executionSuccessful} false and the failure as
 * a notification; what a scanner left out is a notification too. Results carry the finding's fingerprint as
 * {@code partialFingerprints.ql/v1}. The gate's decision stands in the log's properties. Equal input gives equal text.
 */
public final class SarifLog {
    private SarifLog() {}

    /**
     * Writes a log.
     *
     * @param result what was seen and decided
     * @return a JSON text
     */
    public static String of(ScanResult result) {
        return new SarifWriter().write(result);
    }
}
