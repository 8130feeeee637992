package io.quantumlayer.security.internal.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.security.internal.infra.rule.InfraRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfraRulesTest {
    private static final InfraRules RULES = InfraRules.builtIn();
    private static final String STANDARD =
            "CIS (?:Docker|Kubernetes|AWS|GCP|Azure) [0-9.]+" + "|PSS (?:baseline|restricted)|CWE-[0-9]+";

    @TempDir
    Path folder;

    static Set<String> ids() {
        return RULES.ids();
    }

    static Stream<RuleCase> cases() {
        return RULES.ids().stream().flatMap(id -> RuleCase.of(id).stream());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyRuleHasCaseAndTwinAndStandards(String id) {
        List<RuleCase> cases = RuleCase.of(id);
        assertThat(cases).anyMatch(RuleCase::bad).anyMatch(each -> !each.bad());
        Rule rule = RULES.rule(id);
        assertThat(rule.aliases()).isNotEmpty().allMatch(standard -> standard.matches(STANDARD));
        assertThat(rule.summary()).hasSizeLessThan(240).doesNotEndWith(".").contains("; ");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheCaseAndNotItsTwin(RuleCase each) throws IOException {
        Infra.write(folder, each.path(), each.content());
        ScanReport report = Infra.scan(folder);
        assertThat(report.failure()).isEmpty();
        assertThat(report.status()).isEqualTo(ScanStatus.COMPLETED);
        if (each.bad()) {
            assertThat(Infra.rules(report)).contains(each.rule());
        } else {
            assertThat(Infra.rules(report)).doesNotContain(each.rule());
        }
    }
}
