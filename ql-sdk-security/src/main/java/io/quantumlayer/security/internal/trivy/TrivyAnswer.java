package io.quantumlayer.security.internal.trivy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.internal.program.JsonAnswer;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import io.quantumlayer.security.internal.text.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one report of trivy in its JSON schema 2. */
final class TrivyAnswer {
    private static final Set<String> CLASSES =
            Set.of("config", "secret", "lang-pkgs", "os-pkgs", "license", "license-file", "custom");
    private static final List<String> LISTS = List.of("Packages", "Vulnerabilities", "Misconfigurations", "Secrets");
    private static final int SCHEMA = 2;
    private static final int FINGERPRINT = 32;

    private final SourceCopy copy;
    private final TrivyControl control;
    private final Map<String, Integer> twins = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    TrivyAnswer(SourceCopy copy, TrivyControl control) {
        this.copy = copy;
        this.control = control;
    }

    /** Reads the findings, without those of the control. */
    List<Finding> findings(String text, int exitCode, Path source) throws UntrustedAnswer {
        JsonNode tree = JsonAnswer.object(text, exitCode, "Results");
        if (exitCode != 0) {
            throw new UntrustedAnswer("it ended with " + exitCode);
        }
        if (tree.path("SchemaVersion").asInt() != SCHEMA
                || !tree.path("ArtifactType").asText().equals("filesystem")
                || !tree.path("ArtifactName").asText().equals(source.toString())) {
            throw new UntrustedAnswer("its answer is no report of schema 2 about this source");
        }
        for (JsonNode result : tree.path("Results")) {
            check(result);
        }
        control.check(tree.path("Results"));
        for (JsonNode result : tree.path("Results")) {
            if (!control.holds(result.path("Target").asText())) {
                read(result);
            }
        }
        findings.sort(Comparator.comparing((Finding f) -> f.location().path())
                .thenComparingInt(f -> f.location().line())
                .thenComparing(f -> f.rule().id())
                .thenComparing(Finding::message));
        return List.copyOf(findings);
    }

    /** Whether it said anything of a file, once the findings are read. */
    boolean names(String path) {
        return named.contains(path);
    }

    private static void check(JsonNode result) throws UntrustedAnswer {
        if (!result.path("Target").isTextual()
                || !CLASSES.contains(result.path("Class").asText())) {
            throw new UntrustedAnswer("its answer has a result without a target or of an unknown class");
        }
        for (String list : LISTS) {
            if (result.hasNonNull(list) && !result.path(list).isArray()) {
                throw new UntrustedAnswer("its answer has a '" + list + "' that is no list");
            }
        }
    }

    private void read(JsonNode result) throws UntrustedAnswer {
        String target = result.path("Target").asText();
        named.add(target);
        for (JsonNode fault : result.path("Misconfigurations")) {
            if (!fault.path("Status").asText().equals("PASS")) {
                add(file(target), fault.at("/CauseMetadata/StartLine"), misconfiguration(fault));
            }
        }
        for (JsonNode secret : result.path("Secrets")) {
            String title = PlainText.of(secret.path("Title").asText());
            Rule rule = Rule.of(
                    "trivy.secret." + id(secret.path("RuleID")),
                    severity(secret),
                    title + " stands in the file; take it out and make a new one");
            add(file(target), secret.path("StartLine"), rule);
        }
        for (JsonNode hole : result.path("Vulnerabilities")) {
            add(target, hole);
        }
    }

    private static Rule misconfiguration(JsonNode fault) throws UntrustedAnswer {
        String told = PlainText.of(
                fault.path("Title").asText() + ": " + fault.path("Message").asText() + "; "
                        + fault.path("Resolution").asText());
        return Rule.of("trivy." + id(fault.path("ID")), severity(fault), told);
    }

    private void add(String path, JsonNode line, Rule rule) {
        int at = Math.max(0, line.asInt());
        String print = fingerprint(rule.id() + "\0" + path + "\0" + rule.summary());
        findings.add(Finding.of(print, rule, Location.of(PlainText.of(path), at, 0)));
    }

    private void add(String target, JsonNode hole) throws UntrustedAnswer {
        String path = hole.path("PkgPath").asText(target);
        String purl = PlainText.of(hole.at("/PkgIdentifier/PURL").asText());
        List<String> aliases = new ArrayList<>();
        for (JsonNode weakness : hole.path("CweIDs")) {
            if (weakness.asText().matches("CWE-[0-9]{1,5}")) {
                aliases.add(weakness.asText());
            }
        }
        Rule rule = new Rule(
                id(hole.path("VulnerabilityID")),
                severity(hole),
                PlainText.of(hole.path("Title").asText(hole.path("Description").asText())),
                aliases,
                "");
        String fixed = PlainText.of(hole.path("FixedVersion").asText());
        String message = PlainText.of(hole.path("PkgName").asText() + " "
                        + hole.path("InstalledVersion").asText() + ": " + rule.summary())
                + (fixed.isEmpty() ? "; no mended version is known" : "; mended in " + fixed);
        Location location = Location.of(PlainText.of(file(path))).about(purl);
        findings.add(new Finding(fingerprint(rule.id() + "\0" + path + "\0" + purl), rule, location, message));
    }

    private String fingerprint(String identity) {
        int twin = twins.merge(identity, 1, Integer::sum);
        return Digest.of(identity + "\0" + twin).hex().substring(0, FINGERPRINT);
    }

    private String file(String path) throws UntrustedAnswer {
        if (!copy.files().contains(path)) {
            throw new UntrustedAnswer("it found something at a place that is not in the source");
        }
        return path;
    }

    private static String id(JsonNode id) throws UntrustedAnswer {
        if (!id.asText().matches("[A-Za-z0-9._-]{1,120}")) {
            throw new UntrustedAnswer("it named no rule for what it found");
        }
        return id.asText();
    }

    /** What nobody rated counts as HIGH. */
    private static Severity severity(JsonNode rated) throws UntrustedAnswer {
        return switch (rated.path("Severity").asText()) {
            case "CRITICAL" -> Severity.CRITICAL;
            case "HIGH", "UNKNOWN" -> Severity.HIGH;
            case "MEDIUM" -> Severity.MEDIUM;
            case "LOW" -> Severity.LOW;
            default -> throw new UntrustedAnswer("it rated a finding with no known word");
        };
    }
}
