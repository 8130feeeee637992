package io.quantumlayer.security.internal.license;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.internal.inventory.InventoryWalk;
import io.quantumlayer.security.internal.scan.Patience;
import io.quantumlayer.security.inventory.Ecosystem;
import io.quantumlayer.security.inventory.FoundPackage;
import io.quantumlayer.security.inventory.Inventory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells under which licences packages come, and refuses what the lists do not allow.
 *
 * <p>With a list it fails closed: a lock file that is not understood, and files that name no package, give a failed
 * report, and a package whose licence is not known is refused. Without one it reports, and says what it could not read.
 */
public final class LicenseScanner implements Scanner {
    /** The id by which settings and reports name this scanner. */
    public static final String ID = "license";

    /** What it can be told. */
    public static final List<Setting> SETTINGS = List.of(
            new Setting("allow", "the only licences that may be used: SPDX ids, commas between them", "", false),
            new Setting("deny", "licences that may not be used: SPDX ids, commas between them", "", false),
            new Setting("unknown", "whether lists refuse what is not known: refuse or report", "refuse", false),
            new Setting("maven", "a local Maven repository whose POMs name licences", "", false),
            new Setting("python", "a folder of installed Python packages, such as site-packages", "", false));

    private final LicensePolicy policy;
    private final Optional<Path> maven;
    private final Optional<Path> python;

    private LicenseScanner(LicensePolicy policy, Optional<Path> maven, Optional<Path> python) {
        this.policy = policy;
        this.maven = maven;
        this.python = python;
    }

    /**
     * Creates a scanner.
     *
     * @param settings name to value; a missing one has its default
     * @return the scanner
     * @throws QuantumLayerException of type configuration with every mistake
     */
    public static LicenseScanner of(Map<String, String> settings) {
        List<String> mistakes = new ArrayList<>();
        String unknown = settings.getOrDefault("unknown", "refuse");
        if (!unknown.equals("refuse") && !unknown.equals("report")) {
            mistakes.add("unknown must be refuse or report");
        }
        LicensePolicy policy = LicensePolicy.of(
                settings.getOrDefault("allow", ""),
                settings.getOrDefault("deny", ""),
                unknown.equals("report"),
                mistakes);
        Optional<Path> maven = folder("maven", settings, mistakes);
        Optional<Path> python = folder("python", settings, mistakes);
        if (!mistakes.isEmpty()) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONFIGURATION,
                    "scanner.license.setting",
                    "settings of license: " + String.join("; ", mistakes)));
        }
        return new LicenseScanner(policy, maven, python);
    }

    private static Optional<Path> folder(String name, Map<String, String> settings, List<String> mistakes) {
        String value = settings.getOrDefault(name, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> folder = path(value).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            mistakes.add(name + " is no folder");
        }
        return folder;
    }

    private static Optional<Path> path(String value) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ScanReport scan(CallContext context, Path source) {
        try {
            Inventory inventory = new InventoryWalk(source).run();
            if (inventory.files().isEmpty() && inventory.unreadable().isEmpty()) {
                return ScanReport.notApplicable(ID, "no file of the source names packages");
            }
            check(inventory);
            return judge(new Patience(context, ID), source, inventory);
        } catch (QuantumLayerException stopped) {
            return ScanReport.failed(ID, stopped.failure());
        }
    }

    private void check(Inventory inventory) {
        boolean strict = !policy.onlyReports();
        if (!inventory.unreadable().isEmpty() && (strict || inventory.files().isEmpty())) {
            throw failed("unreadable", "packages are unknown: " + String.join("; ", inventory.unreadable()));
        }
        if (strict && inventory.packages().isEmpty()) {
            int files = inventory.files().size();
            throw failed("no-packages", "saw 0 packages in " + files + " files, which is no all-clear");
        }
    }

    private ScanReport judge(Patience patience, Path source, Inventory inventory) {
        Map<Ecosystem, LicenseSource> sources = new EnumMap<>(Ecosystem.class);
        sources.put(Ecosystem.NPM, new NpmLicenses(source));
        sources.put(Ecosystem.PYPI, new PythonLicenses(source, python));
        sources.put(Ecosystem.MAVEN, new MavenLicenses(source, maven));
        sources.put(Ecosystem.GO, nothing -> Optional.empty());
        LicenseFindings findings = new LicenseFindings(policy);
        for (FoundPackage found : inventory.packages()) {
            patience.check();
            findings.add(found, licence(sources, found));
        }
        List<String> leftOut = new ArrayList<>(inventory.unreadable());
        leftOut.addAll(inventory.gaps());
        leftOut.addAll(findings.leftOut());
        return ScanReport.completed(ID, findings.sorted(), InventoryWalk.coverage(source, inventory, leftOut));
    }

    private static Optional<LicenseExpression> licence(Map<Ecosystem, LicenseSource> sources, FoundPackage found) {
        LicenseSource source = sources.get(found.ecosystem());
        return source == null ? Optional.empty() : source.of(found);
    }

    private static QuantumLayerException failed(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "scanner.license." + code, message)
                .notRetryable());
    }
}
