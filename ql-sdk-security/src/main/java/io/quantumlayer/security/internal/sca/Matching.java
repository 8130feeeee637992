package io.quantumlayer.security.internal.sca;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.security.internal.text.PlainText;
import io.quantumlayer.security.internal.version.InvalidVersionException;
import io.quantumlayer.security.inventory.FoundPackage;
import io.quantumlayer.security.inventory.PackageScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds which packages are affected by which advisories; advisories that share an id are one. */
final class Matching {
    private static final int FINGERPRINT = 32;
    private static final List<String> PREFERRED = List.of("GHSA-", "MAL-", "GO-", "PYSEC-", "CVE-");

    private final Map<String, List<Advisory>> byName = new HashMap<>();

    Matching(List<Advisory> advisories) {
        for (Advisory advisory : advisories) {
            advisory.affected().stream()
                    .map(part -> Affected.key(part.ecosystem(), part.name()))
                    .distinct()
                    .forEach(key ->
                            byName.computeIfAbsent(key, k -> new ArrayList<>()).add(advisory));
        }
    }

    List<Finding> findings(List<FoundPackage> packages) {
        List<Finding> findings = new ArrayList<>();
        for (FoundPackage found : packages) {
            List<Group> groups = new ArrayList<>();
            String key = Affected.key(found.ecosystem().osvName(), found.name());
            for (Advisory advisory : byName.getOrDefault(key, List.of())) {
                hit(advisory, found).ifPresent(hit -> join(groups, hit));
            }
            groups.forEach(group -> findings.add(group.finding(found)));
        }
        findings.sort(Comparator.comparing((Finding f) -> f.location().path())
                .thenComparingInt(f -> f.location().line())
                .thenComparing(f -> f.location().packageUrl())
                .thenComparing(f -> f.rule().id()));
        return findings;
    }

    private record Hit(Advisory advisory, Optional<String> fix, boolean ordered) {}

    private static Optional<Hit> hit(Advisory advisory, FoundPackage found) {
        boolean affected = false;
        boolean ordered = true;
        Optional<String> fix = Optional.empty();
        for (Affected part : advisory.about(found)) {
            try {
                if (part.holds(found)) {
                    affected = true;
                    fix = fix.or(() -> part.fixedIn(found));
                }
            } catch (InvalidVersionException noOrder) {
                ordered = false;
            }
        }
        return affected || !ordered ? Optional.of(new Hit(advisory, fix, affected)) : Optional.empty();
    }

    private static void join(List<Group> groups, Hit hit) {
        Group joined = new Group();
        joined.add(hit);
        groups.removeIf(group -> {
            boolean same = group.ids.stream().anyMatch(joined.ids::contains);
            if (same) {
                group.hits.forEach(joined::add);
            }
            return same;
        });
        groups.add(joined);
    }

    /** Advisories about one hole. */
    private static final class Group {
        private final List<Hit> hits = new ArrayList<>();
        private final Set<String> ids =
                new TreeSet<>(Comparator.comparingInt(Group::rank).thenComparing(Comparator.naturalOrder()));

        void add(Hit hit) {
            hits.add(hit);
            ids.add(hit.advisory().id());
            ids.addAll(hit.advisory().aliases());
        }

        private static int rank(String id) {
            for (int i = 0; i < PREFERRED.size(); i++) {
                if (id.startsWith(PREFERRED.get(i))) {
                    return i;
                }
            }
            return PREFERRED.size();
        }

        Finding finding(FoundPackage found) {
            List<String> names = new ArrayList<>(ids);
            String id = names.remove(0);
            Hit worst = hits.stream()
                    .max(Comparator.comparing((Hit h) -> h.advisory().rating().severity())
                            .thenComparing(h -> h.advisory().rating().vector())
                            .thenComparing(h -> h.advisory().id()))
                    .orElseThrow();
            Rating rating = worst.advisory().rating();
            Rule rule = new Rule(id, rating.severity(), worst.advisory().summary(), names, rating.vector());
            String identity = id + "\0" + found.location().path() + "\0" + found.purl();
            return new Finding(
                    Digest.of(identity).hex().substring(0, FINGERPRINT), rule, found.location(), message(found, worst));
        }

        private String message(FoundPackage found, Hit worst) {
            StringBuilder message = new StringBuilder();
            message.append(PlainText.of(found.name() + " " + found.version()));
            message.append(": ").append(worst.advisory().summary());
            Optional<String> fix = hits.stream().flatMap(h -> h.fix().stream()).findFirst();
            message.append(fix.map(f -> "; mended in " + PlainText.of(f)).orElse("; no mended version is known"));
            if (hits.stream().noneMatch(Hit::ordered)) {
                message.append("; this version cannot be compared, so it counts as affected");
            }
            if (!worst.advisory().rating().rated()) {
                message.append("; nobody rated it, so it counts as HIGH");
            }
            if (found.scope() == PackageScope.DEVELOPMENT) {
                message.append("; only development needs the package");
            }
            return message.toString();
        }
    }
}
