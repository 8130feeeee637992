package io.quantumlayer.security.internal.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanResult;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes OpenVEX 0.2.0. */
public final class VexWriter {
    private static final String CONTEXT = "https://openvex.dev/ns/v0.2.0";
    private static final String PLACE = "https://openvex.dev/docs/public/vex-";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VexWriter() {}

    /**
     * Writes a document.
     *
     * @param author who states it
     * @param product the product's IRI
     * @param issued when
     * @param result what was seen
     * @return a JSON text, or empty if there is nothing to state
     */
    public static Optional<String> write(String author, String product, Instant issued, ScanResult result) {
        ArrayNode statements = JSON.createArrayNode();
        byPackage(result).values().forEach(finding -> statement(statements.addObject(), product, finding));
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        String digest = Digest.of(author + "\0" + product + "\0" + issued + "\0" + statements)
                .hex();
        ObjectNode document = JSON.createObjectNode();
        document.put("@context", CONTEXT)
                .put("@id", PLACE + digest)
                .put("author", author)
                .put("timestamp", issued.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("version", 1)
                .put("tooling", "ql-sdk")
                .set("statements", statements);
        try {
            return Optional.of(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree that was just made could not be written", e);
        }
    }

    /** One finding for each vulnerability of each package, however many files name the package. */
    private static Map<String, Finding> byPackage(ScanResult result) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        result.reports().stream()
                .flatMap(report -> report.findings().stream())
                .filter(finding -> !finding.location().packageUrl().isEmpty())
                .forEach(finding -> findings.putIfAbsent(
                        finding.rule().id() + " " + finding.location().packageUrl(), finding));
        return findings;
    }

    private static void statement(ObjectNode statement, String product, Finding finding) {
        ObjectNode vulnerability = statement.putObject("vulnerability");
        vulnerability.put("name", finding.rule().id());
        if (!finding.rule().aliases().isEmpty()) {
            ArrayNode aliases = vulnerability.putArray("aliases");
            finding.rule().aliases().stream().distinct().forEach(aliases::add);
        }
        ObjectNode affected = statement.putArray("products").addObject().put("@id", product);
        affected.putArray("subcomponents")
                .addObject()
                .put("@id", finding.location().packageUrl())
                .putObject("identifiers")
                .put("purl", finding.location().packageUrl());
        statement.put("status", "affected");
        statement.put("action_statement", finding.message());
    }
}
