package io.quantumlayer.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifLogTest {
    private static final Rule ADVISORY = new Rule(
            "GHSA-xxxx-yyyy-zzzz",
            Severity.CRITICAL,
            "a made-up hole",
            List.of("CVE-2030-1"),
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
    private static final Location WHERE = Location.of("src/größe#1.txt", 3, 7).about("pkg:npm/a@1");

    @Test
    void saysWhatWhereAndHowBad() throws Exception {
        JsonNode run = log(completed()).at("/runs/0");
        JsonNode result = run.at("/results/0");
        assertThat(result.path("ruleId").asText()).isEqualTo("GHSA-xxxx-yyyy-zzzz");
        assertThat(run.path("tool")
                        .path("driver")
                        .path("rules")
                        .path(result.path("ruleIndex").asInt())
                        .path("id")
                        .asText())
                .isEqualTo("GHSA-xxxx-yyyy-zzzz");
        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/gr%C3%B6%C3%9Fe%231.txt");
        assertThat(result.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":3,\"startColumn\":7}");
        assertThat(result.at("/partialFingerprints").path("ql/v1").asText()).isEqualTo("print");
        assertThat(run.at("/tool/driver/rules/0/properties/security-severity").asText())
                .isEqualTo("9.8");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void neverCallsAFailedScanSuccessful() throws Exception {
        Failure failure = Failure.of(ErrorType.DEPENDENCY, "scanner.x.missing", "there is no x");
        JsonNode log = log(ScanReport.failed("x", failure));
        JsonNode invocation = log.at("/runs/0/invocations/0");
        assertThat(invocation.path("executionSuccessful").asBoolean(true)).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/descriptor/id").asText())
                .isEqualTo("scanner.x.missing");
        assertThat(log(ScanReport.notEnabled("x", "set y")).at("/runs/0/invocations/0/executionSuccessful"))
                .hasToString("false");
    }

    @Test
    void leavesOutTheRegionOfAWholeFileAndEqualInputGivesEqualText() throws Exception {
        Finding whole = Finding.of("p", Rule.of("file.link", Severity.MEDIUM, "a link"), Location.of("a:b"));
        ScanReport report = ScanReport.completed("source", List.of(whole), new Coverage(1, 2, List.of("x: too large")));
        JsonNode physical = log(report).at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(physical.has("region")).isFalse();
        assertThat(physical.at("/artifactLocation/uri").asText()).isEqualTo("a%3Ab");
        assertThat(SarifLog.of(result(report))).isEqualTo(SarifLog.of(result(report)));
    }

    private static ScanReport completed() {
        return ScanReport.completed(
                "sca", List.of(Finding.of("print", ADVISORY, WHERE)), new Coverage(1, 10, List.of()));
    }

    private static JsonNode log(ScanReport report) throws Exception {
        return JsonMapper.builder().build().readTree(SarifLog.of(result(report)));
    }

    private static ScanResult result(ScanReport report) {
        return new ScanResult(List.of(report), new GateDecision(false, List.of("because")));
    }
}
