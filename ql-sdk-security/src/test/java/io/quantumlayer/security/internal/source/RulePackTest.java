package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RulePackTest {
    @TempDir
    Path root;

    record Shape(String id, String token) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Shape> shapes() throws IOException {
        List<Shape> shapes = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(RulePack.class.getResourceAsStream("secret-rules.toml"))) {
            for (JsonNode rule : TomlMapper.builder().build().readTree(in).path("rules")) {
                String expression = rule.path("regex").asText();
                String token = new TokenShapes(expression, shapes.size()).draw();
                shapes.add(new Shape("secret." + rule.path("id").asText(), token));
            }
        }
        return shapes.stream();
    }

    @Test
    void there_are_more_than_a_hundred_rules_for_secrets() throws IOException {
        long sheet = RuleSheet.rules("text-rules.txt").stream()
                .filter(entry -> entry.rule().id().startsWith("secret."))
                .count();
        assertThat(sheet + shapes().count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void sees_a_token_of_each_shape(Shape shape) throws IOException {
        Scans.write(root, "notes.md", "one\n  value: " + shape.token() + "\n");
        ScanReport report = Scans.scan(root);
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.rule().id()).isEqualTo(shape.id());
            assertThat(finding.location()).hasToString("notes.md:2");
        });
        assertThat(report.toString()).doesNotContain(shape.token());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void sees_it_encoded_and_packed(Shape shape) throws IOException {
        String line = "value: " + shape.token() + " end";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        Scans.write(root, "text0/a.txt", "data = " + base64 + "\n");
        byte[] again = base64.getBytes(StandardCharsets.UTF_8);
        Scans.write(root, "text1/a.txt", "data = " + Base64.getEncoder().encodeToString(again) + "\n");
        Scans.write(root, "text2/a.txt", "data = " + HexFormat.of().formatHex(bytes) + "\n");
        String url = HexFormat.of().withPrefix("%").formatHex(bytes);
        Scans.write(root, "text3/a.txt", "data = https://example.org/?q=" + url + "\n");
        Scans.write(root, "packed0/a.zip", Packed.zip("inner.txt", bytes));
        Scans.write(root, "packed1/a.zip", Packed.zip("inner.zip", Packed.zip("inner.txt", bytes)));
        Scans.write(root, "packed2/a.tgz", Packed.gzip(Packed.tar("inner.txt", bytes)));
        Scans.write(root, "packed3/a.tar", Packed.tar("inner.txt", bytes));
        Scans.write(root, "packed4/a.gz", Packed.gzip(bytes));
        assertThat(Scans.scan(root).findings())
                .filteredOn(finding -> finding.rule().id().equals(shape.id()))
                .extracting(finding -> finding.location().path().replaceFirst("/.*", ""))
                .containsExactly(
                        "packed0", "packed1", "packed2", "packed3", "packed4", "text0", "text1", "text2", "text3");
    }

    @Test
    void says_where_in_an_archive_it_is() throws IOException {
        Shape shape = shapes().findFirst().orElseThrow();
        byte[] bytes = ("\n" + shape.token()).getBytes(StandardCharsets.UTF_8);
        Scans.write(root, "a.zip", Packed.zip("b/c.txt", bytes));
        ScanReport report = Scans.scan(root);
        assertThat(report.findings())
                .extracting(finding -> finding.location().toString())
                .containsExactly("a.zip!/b/c.txt:2");
        assertThat(report.coverage().skipped()).isEmpty();
    }

    @Test
    void an_archive_that_unpacks_without_end_is_an_alarm() throws IOException {
        Scans.write(root, "bomb.zip", Packed.zip("zeros", new byte[300 << 20]));
        assertThat(Scans.rules(Scans.scan(root))).contains("coverage.bomb");
    }

    @Test
    void takes_a_pack_of_a_user_with_its_allow_lists() throws IOException {
        Path pack = Files.writeString(root.resolve("pack.toml"), """
            title = "ours"
            [allowlist]
            paths = ["^docs/"]
            [[rules]]
            id = "acme"
            description = "a key of ACME"
            regex = 'key of acme: ([a-z0-9]{8})'
            entropy = 2.0
            keywords = ["acme"]
            tags = ["critical"]
            [[rules.allowlists]]
            stopwords = ["zebra"]
            """);
        Path source = Files.createDirectory(root.resolve("source"));
        Scans.write(source, "a.txt", "the key of acme: q8w7e6r5\n");
        Scans.write(source, "b.txt", "the key of acme: zebra123\n");
        Scans.write(source, "c.txt", "the key of acme: aaaaaaab\n");
        Scans.write(source, "docs/d.txt", "the key of acme: q8w7e6r5\n");
        ScanReport report =
                SourceScanner.of(ScanLimits.of(Map.of()), pack.toString()).scan(Scans.context(), source);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("secret.acme");
            assertThat(finding.severity()).hasToString("CRITICAL");
            assertThat(finding.location()).hasToString("a.txt:1");
        });
    }

    @Test
    void tells_every_mistake_of_a_pack_at_once() throws IOException {
        Path pack = Files.writeString(root.resolve("pack.toml"), """
            [[rules]]
            id = "a"
            description = "x"
            regex = '('
            keywords = ["x"]
            [[rules]]
            id = "b"
            description = "x"
            regex = 'x'
            """);
        assertThatThrownBy(() -> RulePack.at(pack))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("'a'")
                .hasMessageContaining("'b'");
        assertThatThrownBy(() -> RulePack.at(root.resolve("none"))).isInstanceOf(QuantumLayerException.class);
    }
}
