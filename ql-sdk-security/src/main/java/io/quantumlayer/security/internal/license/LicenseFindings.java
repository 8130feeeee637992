package io.quantumlayer.security.internal.license;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.internal.text.PlainText;
import io.quantumlayer.security.inventory.FoundPackage;
import io.quantumlayer.security.inventory.PackageScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects the licences of packages: one finding for each package that a list refuses, and one of severity INFO that
 * counts them all. Not safe for use by several threads.
 */
final class LicenseFindings {
    private static final int MOST = 1_000;
    private static final int FINGERPRINT = 32;
    private static final String UNKNOWN = "UNKNOWN";
    private static final String WHY =
            "the licence of a package is not known, so nobody can say that it may be used; look it up, or replace it";
    private static final String REFUSED =
            "a package comes under a licence that the lists do not allow; replace it, or change the lists";

    private final LicensePolicy policy;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();
    private Optional<Location> first = Optional.empty();
    private int packages;
    private int more;

    LicenseFindings(LicensePolicy policy) {
        this.policy = policy;
    }

    void add(FoundPackage found, Optional<LicenseExpression> licence) {
        packages++;
        first = first.or(() -> Optional.of(Location.of(found.location().path())));
        counts.merge(licence.map(Object::toString).orElse(UNKNOWN), 1, Integer::sum);
        if (licence.isEmpty()) {
            unknown.add(found.name() + " " + found.version());
            if (!policy.onlyReports() && !policy.unknownPasses()) {
                refuse("license.unknown", WHY, found, "its licence is not known");
            }
        } else if (policy.refuses(licence.get())) {
            refuse("license.refused", REFUSED, found, licence.get() + " is not allowed");
        }
    }

    private void refuse(String id, String summary, FoundPackage found, String why) {
        if (findings.size() == MOST) {
            more++;
            return;
        }
        boolean development = found.scope() == PackageScope.DEVELOPMENT;
        Rule rule = Rule.of(id, development ? Severity.MEDIUM : Severity.HIGH, summary);
        String message = found.name() + " " + found.version() + ": " + why
                + (development ? "; only development needs the package" : "");
        findings.add(finding(rule, found.location(), found.purl(), message));
    }

    private static Finding finding(Rule rule, Location location, String subject, String message) {
        String identity = rule.id() + "\0" + location.path() + "\0" + subject;
        Location shown =
                new Location(PlainText.of(location.path()), location.line(), location.column(), location.packageUrl());
        return new Finding(Digest.of(identity).hex().substring(0, FINGERPRINT), rule, shown, PlainText.of(message));
    }

    /** What the coverage must say. */
    List<String> leftOut() {
        List<String> lines = new ArrayList<>();
        if (!unknown.isEmpty()) {
            lines.add("the licence of " + unknown.size() + " of " + packages + " packages is not known: "
                    + PlainText.of(String.join(", ", unknown)));
        }
        if (more > 0) {
            lines.add(more + " more findings of license are not listed");
        }
        return lines;
    }

    List<Finding> sorted() {
        List<Finding> all = new ArrayList<>(findings);
        first.ifPresent(location -> all.add(finding(
                Rule.of("license.used", Severity.INFO, "the licences of all packages, each with how many have it"),
                location,
                "",
                used())));
        all.sort(Comparator.comparing((Finding f) -> f.location().path())
                .thenComparingInt(f -> f.location().line())
                .thenComparing(f -> f.location().packageUrl())
                .thenComparing(f -> f.rule().id()));
        return all;
    }

    /** The most frequent licences first. */
    private String used() {
        List<String> lines = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> lines.add(entry.getKey() + " " + entry.getValue()));
        return String.join(", ", lines);
    }
}
