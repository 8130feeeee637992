package io.quantumlayer.security.internal.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes SARIF 2.1.0. */
public final class SarifWriter {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "SRCROOT";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Creates a writer. */
    public SarifWriter() {}

    /**
     * Writes a log.
     *
     * @param result what was seen and decided
     * @return a JSON text
     */
    public String write(ScanResult result) {
        ObjectNode log = JSON.createObjectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ArrayNode runs = log.putArray("runs");
        result.reports().forEach(report -> run(runs.addObject(), report));
        ObjectNode gate = log.putObject("properties").putObject("gate");
        gate.put("allowed", result.gate().allowed());
        ArrayNode reasons = gate.putArray("reasons");
        result.gate().reasons().forEach(reasons::add);
        ArrayNode policies = gate.putArray("policies");
        result.gate().policies().forEach(policy -> policies.add(policy.toString()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree that was just made could not be written", e);
        }
    }

    private static void run(ObjectNode run, ScanReport report) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        report.findings().forEach(f -> rules.merge(f.rule().id(), f.rule(), SarifWriter::worse));
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "ql-sdk " + report.scanner());
        ArrayNode descriptors = driver.putArray("rules");
        rules.values().forEach(rule -> describe(descriptors.addObject(), rule));
        run.putObject("automationDetails").put("id", "ql-sdk/" + report.scanner() + "/");
        invocation(run.putArray("invocations").addObject(), report);
        run.put("columnKind", "utf16CodeUnits");
        run.putObject("originalUriBaseIds")
                .putObject(ROOT)
                .putObject("description")
                .put("text", "the scanned folder");
        ArrayNode results = run.putArray("results");
        List<String> order = new ArrayList<>(rules.keySet());
        for (Finding finding : report.findings()) {
            result(
                    results.addObject()
                            .put("ruleIndex", order.indexOf(finding.rule().id())),
                    finding);
        }
    }

    private static Rule worse(Rule one, Rule other) {
        return other.severity().atLeast(one.severity()) ? other : one;
    }

    private static void describe(ObjectNode descriptor, Rule rule) {
        descriptor.put("id", rule.id());
        descriptor.putObject("shortDescription").put("text", rule.summary());
        descriptor.putObject("defaultConfiguration").put("level", level(rule.severity()));
        ObjectNode properties = descriptor.putObject("properties");
        properties.put("severity", rule.severity().name());
        OptionalDouble score = CvssScore.of(rule.cvss());
        if (score.isPresent()) {
            properties.put("security-severity", Double.toString(score.getAsDouble()));
            properties.put("cvss", rule.cvss());
        }
        ArrayNode tags = properties.putArray("tags");
        tags.add("security");
        rule.aliases().forEach(tags::add);
    }

    private static void invocation(ObjectNode invocation, ScanReport report) {
        invocation.put("executionSuccessful", report.status() == ScanStatus.COMPLETED);
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        report.failure().ifPresent(failure -> {
            ObjectNode told = notifications.addObject();
            told.putObject("descriptor").put("id", failure.code());
            told.put("level", "error").putObject("message").put("text", failure.message());
        });
        for (String skipped : report.coverage().skipped()) {
            notifications
                    .addObject()
                    .put("level", "note")
                    .putObject("message")
                    .put("text", "not looked at: " + skipped);
        }
        ObjectNode properties = invocation.putObject("properties");
        properties.put("status", report.status().name());
        properties.put("filesRead", report.coverage().files());
        properties.put("bytesRead", report.coverage().bytes());
    }

    private static void result(ObjectNode result, Finding finding) {
        Location location = finding.location();
        result.put("ruleId", finding.rule().id()).put("level", level(finding.severity()));
        result.putObject("message").put("text", finding.message());
        ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
        physical.putObject("artifactLocation")
                .put("uri", FileUri.of(location.path()))
                .put("uriBaseId", ROOT);
        if (location.line() > 0) {
            ObjectNode region = physical.putObject("region").put("startLine", location.line());
            if (location.column() > 0) {
                region.put("startColumn", location.column());
            }
        }
        result.putObject("partialFingerprints").put("ql/v1", finding.fingerprint());
        if (!location.packageUrl().isEmpty()) {
            result.putObject("properties").put("packageUrl", location.packageUrl());
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }
}
