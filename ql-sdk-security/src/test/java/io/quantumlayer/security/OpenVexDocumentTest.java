package io.quantumlayer.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenVexDocumentTest {
    private static final OpenVexDocument.Header HEADER = new OpenVexDocument.Header(
            "security@example.org", "pkg:generic/todo@1", Instant.parse("2030-01-01T00:00:00.5Z"));
    private static final Rule HOLE =
            new Rule("GHSA-xxxx-yyyy-zzzz", Severity.HIGH, "a made-up hole", List.of("CVE-2030-1"), "");

    @Test
    void statesEachVulnerabilityOfEachPackageOnce() throws Exception {
        Location one = Location.of("a/package-lock.json").about("pkg:npm/a@1");
        Location other = Location.of("b/package-lock.json").about("pkg:npm/a@1");
        String text =
                OpenVexDocument.of(HEADER, result(finding(one), finding(other))).orElseThrow();
        JsonNode document = JsonMapper.builder().build().readTree(text);
        assertThat(document.path("@context").asText()).isEqualTo("https://openvex.dev/ns/v0.2.0");
        assertThat(document.path("timestamp").asText()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(document.path("statements")).hasSize(1);
        JsonNode statement = document.at("/statements/0");
        assertThat(statement.at("/vulnerability/aliases/0").asText()).isEqualTo("CVE-2030-1");
        assertThat(statement.at("/products/0/@id").asText()).isEqualTo("pkg:generic/todo@1");
        assertThat(statement.at("/products/0/subcomponents/0/@id").asText()).isEqualTo("pkg:npm/a@1");
        assertThat(statement.path("status").asText()).isEqualTo("affected");
        assertThat(statement.path("action_statement").asText()).contains("mended in 2");
        assertThat(OpenVexDocument.of(HEADER, result(finding(one), finding(other))))
                .contains(text);
    }

    @Test
    void statesNothingWhereNoPackageIsConcerned() {
        Finding secret = Finding.of("p", Rule.of("secret.x", Severity.HIGH, "x"), Location.of("a"));
        assertThat(OpenVexDocument.of(HEADER, result(secret))).isEmpty();
    }

    private static Finding finding(Location where) {
        return new Finding("p" + where.path(), HOLE, where, "a 1: a made-up hole; mended in 2");
    }

    private static ScanResult result(Finding... findings) {
        ScanReport report = ScanReport.completed("sca", List.of(findings), new Coverage(1, 10, List.of()));
        return new ScanResult(List.of(report), new GateDecision(false, List.of("because")));
    }
}
