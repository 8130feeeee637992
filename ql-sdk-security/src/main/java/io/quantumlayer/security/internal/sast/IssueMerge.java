package io.quantumlayer.security.internal.sast;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.security.internal.text.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes findings of issues; what several engines say of one weakness on one line is one finding. */
final class IssueMerge {
    private static final int FINGERPRINT = 32;

    private final Path root;
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, Integer> twins = new HashMap<>();

    IssueMerge(Path root) {
        this.root = root;
    }

    List<Finding> findings(List<Issue> issues) throws IOException {
        List<Issue> sorted = new ArrayList<>(issues);
        sorted.sort(Comparator.comparing((Issue i) -> i.place().path())
                .thenComparingInt(i -> i.place().line())
                .thenComparing(Comparator.comparing(Issue::severity).reversed())
                .thenComparing(Issue::rule));
        Map<String, List<Issue>> groups = new LinkedHashMap<>();
        for (Issue issue : sorted) {
            String weakness = issue.weaknesses().isEmpty()
                    ? issue.rule()
                    : issue.weaknesses().get(0);
            String key = issue.place().path() + "\0" + issue.place().line() + "\0" + weakness;
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(issue);
        }
        List<Finding> findings = new ArrayList<>();
        for (List<Issue> group : groups.values()) {
            findings.add(finding(group));
        }
        return findings;
    }

    private Finding finding(List<Issue> group) throws IOException {
        Issue worst = group.get(0);
        TreeSet<String> aliases = new TreeSet<>();
        group.forEach(issue -> {
            aliases.add(issue.rule());
            aliases.addAll(issue.weaknesses());
        });
        aliases.remove(worst.rule());
        Rule rule = new Rule(worst.rule(), worst.severity(), worst.message(), List.copyOf(aliases), "");
        String identity = worst.rule() + "\0" + worst.place().path() + "\0" + line(worst.place());
        int twin = twins.merge(identity, 1, Integer::sum);
        String fingerprint = Digest.of(identity + "\0" + twin).hex().substring(0, FINGERPRINT);
        Location location = Location.of(
                PlainText.of(worst.place().path()),
                worst.place().line(),
                worst.place().column());
        return Finding.of(fingerprint, rule, location);
    }

    /** The text of a line without its margins, so that a fingerprint bears shifts. */
    private String line(Issue.Place place) throws IOException {
        List<String> text = lines.get(place.path());
        if (text == null) {
            text = new String(Files.readAllBytes(root.resolve(place.path())), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            lines.put(place.path(), text);
        }
        return place.line() <= text.size() ? text.get(place.line() - 1).strip() : "";
    }
}
