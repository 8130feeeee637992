package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.internal.scan.Findings;
import io.quantumlayer.security.internal.scan.Patience;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks for secrets and dangerous files in a source, generated or given.
 *
 * <p>It fails closed. A regular file or a folder that cannot be read is a finding of severity HIGH and stands in the
 * coverage; a source beyond the limits, a passed deadline and a cancellation give a failed report. What is left out on
 * purpose (the rest of a large file, what archives of unknown formats hold) stands in the coverage.
 */
public final class SourceScanner implements Scanner {
    /** The id by which settings and reports name this scanner. */
    public static final String ID = "source";

    private final ScanLimits limits;
    private final Optional<RulePack> pack;

    /**
     * Creates a scanner with the built-in rules, which are read at its first scan.
     *
     * @param limits how much it reads
     */
    public SourceScanner(ScanLimits limits) {
        this(limits, Optional.empty());
    }

    private SourceScanner(ScanLimits limits, Optional<RulePack> pack) {
        this.limits = limits;
        this.pack = pack;
    }

    /**
     * Creates a scanner with the built-in rules and those of a pack.
     *
     * @param limits how much it reads
     * @param pack a file in the format of gitleaks, or an empty text for none
     * @return the scanner
     * @throws QuantumLayerException of type configuration with every mistake in the pack
     */
    public static SourceScanner of(ScanLimits limits, String pack) {
        return new SourceScanner(limits, pack.isEmpty() ? Optional.empty() : Optional.of(RulePack.at(Path.of(pack))));
    }

    /** Read once per class loader and only when needed, so that a library instance that scans nothing pays nothing. */
    private static final class BuiltIn {
        static final FileRules NAMES = FileRules.builtIn();
        static final TextRules CONTENTS = TextRules.builtIn();

        private BuiltIn() {}
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ScanReport scan(CallContext context, Path source) {
        if (!Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
            return ScanReport.failed(
                    ID, Failure.of(ErrorType.VALIDATION, "scanner.source.no-folder", "the source is not a folder"));
        }
        Findings findings = new Findings();
        Patience patience = new Patience(context, ID);
        TextRules rules = pack.map(BuiltIn.CONTENTS::and).orElse(BuiltIn.CONTENTS);
        NameScan names = new NameScan(BuiltIn.NAMES, rules, patience, findings);
        FileScan files = new FileScan(rules, limits, names, patience, findings);
        try {
            new SourceWalk(source, limits, patience, names, files, findings).run();
            return findings.report(ID);
        } catch (QuantumLayerException stopped) {
            return ScanReport.failed(ID, stopped.failure());
        }
    }
}
