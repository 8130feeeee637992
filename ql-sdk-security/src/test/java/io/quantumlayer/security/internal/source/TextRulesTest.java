package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TextRulesTest {
    static final List<String> PLACEHOLDERS = List.of(
            "${DB_PASSWORD}",
            "{{ password }}",
            "<your-password-1>",
            "changeme-123456",
            "%DB_PASSWORD_1%",
            "xxxxxxxxxxxxxxxx",
            "example-secret-1",
            "process.env('TOKEN_1')",
            "$(cat secret1)",
            "AAAA1111AAAA1111");

    @TempDir
    Path root;

    static Stream<Planted> planted() {
        return Planted.all().stream();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void sees_what_it_is_for_at_its_line_and_never_repeats_the_value(Planted planted) throws IOException {
        Scans.write(root, planted.file(), planted.content());

        ScanReport report = Scans.scan(root);

        Finding finding = only(report, planted.rule());
        assertThat(finding.location().toString()).isEqualTo(planted.file() + ":3");
        assertThat(report.toString()).doesNotContain(planted.value());
    }

    @ParameterizedTest
    @MethodSource("planted")
    void says_one_thing_about_one_value(Planted planted) throws IOException {
        Scans.write(root, planted.file(), planted.content());

        assertThat(Scans.rules(Scans.scan(root)))
                .filteredOn(rule -> !rule.startsWith("file."))
                .containsExactly(planted.rule());
    }

    @Test
    void every_rule_is_shown_to_work() {
        List<String> rules = RuleSheet.rules("text-rules.txt").stream()
                .map(entry -> entry.rule().id())
                .toList();

        assertThat(rules).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        assertThat(planted().map(Planted::rule)).containsExactlyInAnyOrderElementsOf(rules);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void sees_it_after_an_escape_and_in_a_long_line(Planted planted) throws IOException {
        Scans.write(
                root,
                planted.file(),
                "x".repeat(70_000) + "\\n" + planted.before() + planted.value() + planted.after());

        assertThat(Scans.rules(Scans.scan(root))).contains(planted.rule());
    }

    @Test
    void sees_tokens_in_text_of_sixteen_bits_and_in_binary_files() throws IOException {
        String token = "gh" + "p_" + new Drawn(7).letters(36);
        Scans.write(root, "a.ps1", ("$t = '" + token + "'").getBytes(StandardCharsets.UTF_16LE));
        Scans.write(root, "b.bin", "\0\1\2 " + token + " \3");

        assertThat(Scans.scan(root).findings())
                .extracting(finding -> finding.location().toString())
                .containsExactly("a.ps1", "b.bin");
    }

    @ParameterizedTest
    @FieldSource("PLACEHOLDERS")
    void takes_no_placeholder_for_a_secret(String placeholder) throws IOException {
        Scans.write(root, "A.java", "password = \"" + placeholder + "\"; token: '" + placeholder + "'");
        Scans.write(root, ".env", "DB_PASSWORD=" + placeholder + "\n");
        Scans.write(root, "a.yml", "api_key: " + placeholder + "\nurl: https://app:" + placeholder + "@host/x\n");

        assertThat(Scans.severe(Scans.scan(root))).isEmpty();
    }

    @Test
    void a_fingerprint_survives_a_shift_of_lines_and_changes_with_path_and_value() throws IOException {
        String first = "gh" + "p_" + new Drawn(1).letters(36);
        String second = "gh" + "p_" + new Drawn(2).letters(36);
        Scans.write(root, "a/x.txt", first);
        String before = only(Scans.scan(root), "secret.github-token").fingerprint();

        Scans.write(root, "a/x.txt", "\n\n" + first);
        Finding shifted = only(Scans.scan(root), "secret.github-token");
        Scans.write(root, "a/x.txt", second);
        Scans.write(root, "b/x.txt", first);

        assertThat(shifted.fingerprint()).isEqualTo(before);
        assertThat(shifted.location().toString()).isEqualTo("a/x.txt:3");
        assertThat(Scans.scan(root).findings())
                .extracting(Finding::fingerprint)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .doesNotContain(before);
    }

    @Test
    void many_findings_of_one_rule_never_hide_another_rule() throws IOException {
        Drawn drawn = new Drawn(3);
        for (int i = 0; i < 150; i++) {
            Scans.write(root, "a/" + i + ".txt", "sk" + "_test_" + drawn.letters(24));
        }
        Scans.write(root, "z.txt", "gh" + "p_" + drawn.letters(36));

        ScanReport report = Scans.scan(root);

        assertThat(Scans.rules(report)).hasSize(101).contains("secret.github-token");
        assertThat(report.coverage().skipped())
                .containsExactly("50 more places of secret.stripe-test-key are not listed");
    }

    private static Finding only(ScanReport report, String rule) {
        assertThat(report.failure()).isEmpty();
        List<Finding> found = report.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
