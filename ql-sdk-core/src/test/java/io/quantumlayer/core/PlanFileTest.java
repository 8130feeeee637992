package io.quantumlayer.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.plan.Violation;
import io.quantumlayer.core.internal.plan.RandomPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    private static final String HEAD = "apiVersion: quantumlayer.io/v1alpha1\nkind: DeploymentPlan\n";
    private static final String NAMED = HEAD + "metadata: {name: todo}\n";
    private static final String SOURCE = NAMED + "spec:\n  source: {requirement: a list}\n";

    @TempDir
    Path folder;

    @Test
    void readsBackEveryPlanItWrites() {
        Random random = new Random(42);
        for (int round = 0; round < 700; round++) {
            DeploymentPlan plan = RandomPlan.of(random);
            String yaml = PlanFile.toYaml(plan);
            String json = PlanFile.toJson(plan);

            assertThat(PlanFile.parse(yaml)).as(yaml).isEqualTo(plan);
            assertThat(PlanFile.parse(json)).as(json).isEqualTo(plan);
            assertThat(PlanFile.toYaml(PlanFile.parse(json))).isEqualTo(yaml);
        }
    }

    @Test
    void readsWhatAPersonWrites() {
        DeploymentPlan plan = PlanFile.parse(SOURCE + """
                  # a comment
                  compliance: [SOC2, PCI DSS]
                  regions:
                    - eu
                  monthlyBudget: 50 USD
                  latency: PT0.3S
                  slos:
                    - {indicator: AVAILABILITY, target: 0.999}
                  environment:
                    DEBUG: true
                    RATIO: 1.50
                    MOTTO: yes
                  secrets: {TOKEN: "env:TOKEN"}
                  port: 8080
                """);

        assertThat(plan.name()).isEqualTo("todo");
        assertThat(plan.compliance()).hasToString("[SOC2, PCI_DSS]");
        assertThat(plan.monthlyBudget()).contains(Money.usd(50));
        assertThat(plan.latency()).contains(Duration.ofMillis(300));
        assertThat(plan.slos().get(0).window()).isEqualTo(Duration.ofDays(30));
        assertThat(plan.environment()).hasToString("{DEBUG=true, RATIO=1.50, MOTTO=yes}");
        assertThat(plan.secrets()).containsEntry("TOKEN", SecretRef.env("TOKEN"));
        assertThat(plan.port()).hasValue(8080);
        assertThat(plan.deadline()).isEqualTo(DeploymentPlan.DEFAULT_DEADLINE);
    }

    @Test
    void reportsEveryMistakeAtOnceWithItsLine() {
        List<Violation> violations = refused(HEAD + """
                metadata: {name: Todo, tenant: 7}
                spec:
                  source: {requirement: a list, image: x}
                  language: 5
                  port: 70000
                  replicas: 1.5
                  regions: [EU, eu, eu]
                  latency: 300ms
                  securityLevel: strict
                  monthlyBudgett: 5 USD
                  slos: [{indicator: LATENCY, target: 0.9}, {target: 2}]
                  secrets: {TOKEN: hunter2}
                  deadline:
                """);

        assertThat(violations)
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(
                        "metadata.name",
                        "metadata.tenant",
                        "spec.source",
                        "spec.language",
                        "spec.port",
                        "spec.replicas",
                        "spec.regions[0]",
                        "spec.regions[2]",
                        "spec.latency",
                        "spec.securityLevel",
                        "spec.monthlyBudgett",
                        "spec.slos[0]",
                        "spec.slos[1].indicator",
                        "spec.secrets.TOKEN",
                        "spec.deadline");
        assertThat(violations).allMatch(violation -> violation.hint().matches("(?s).*line \\d+.*"));
        assertThat(violations.toString()).doesNotContain("hunter2").contains("did you mean monthlyBudget? (line 12)");
    }

    @ParameterizedTest
    @CsvSource({
        "langage, language", "replica, replicas", "budget, monthlyBudget", "env, environment", "secret, secrets",
        "max_latency, latency", "SecurityLevel, securityLevel", "data-class, dataClass", "slo, slos", "prots, port"
    })
    void namesTheNearestKnownField(String written, String meant) {
        Violation violation = refused(SOURCE + "  " + written + ": x\n").get(0);

        assertThat(violation.path()).isEqualTo("spec." + written);
        assertThat(violation.hint()).startsWith("did you mean " + meant + "?");
    }

    @Test
    void namesTheKnownFieldsWhereNothingIsNear() {
        assertThat(refused(SOURCE + "  zzzzzzzz: x\n").get(0).hint()).startsWith("known are source, language,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantumlayer.io/v2", "v1", "1", "''"})
    void refusesAnUnknownVersionNamingTheKnownOnes(String version) {
        List<Violation> violations = refused("apiVersion: " + version + "\nkind: DeploymentPlan\nspec: {x: 1}\n");

        assertThat(violations).singleElement().extracting(Violation::path).isEqualTo("apiVersion");
        assertThat(violations.get(0).toString()).contains("quantumlayer.io/v1alpha1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | file",
                "'kind: DeploymentPlan' | apiVersion",
                "'just a text' | file",
                "'[1]' | file",
                "'{' | file",
                "'a: b: c' | file",
                "'{\"a\" 1}' | file",
                "'\t- x' | file"
            })
    void refusesWhatIsNoPlan(String text, String path) {
        assertThat(refused(text)).first().extracting(Violation::path).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec: {source: &a {requirement: x}} | not have an anchor",
                "spec: {source: !!java.net.URL {requirement: x}} | not have a tag",
                "spec: {source: {requirement: !!str x}} | not have a tag",
                "spec: {source: {requirement: x}, port: *a} | not be an alias",
                "spec: {source: {requirement: x}, source: {requirement: y}} | stand once",
                "spec: {source: {requirement: x}, environment: {A: 1, A: 2}} | stand once",
                "spec: {source: {requirement: x}, ? [a] : b} | have names as keys"
            })
    void refusesWhatAnAttackerWouldWrite(String spec, String rule) {
        assertThat(refused(NAMED + spec)).extracting(Violation::rule).contains(rule);
    }

    @Test
    void refusesAliasBombsDepthAndLengthAtOnce() {
        String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n";

        assertThat(refused(bomb)).isNotEmpty();
        assertThat(refused(NAMED + "spec: " + "[".repeat(100_000)).get(0).rule())
                .isEqualTo("nest at most 32 deep");
        assertThat(refused("{\"a\":" + "[".repeat(100_000)).get(0).rule()).isEqualTo("nest at most 32 deep");
        assertThat(refused(NAMED + "# " + "x".repeat(300_000)).get(0).rule()).isEqualTo("be at most 256 KiB");
        assertThat(refused(SOURCE + "---\nx: 1\n").get(0).rule()).isEqualTo("be one document");
        assertThat(refused(PlanFile.toJson(PlanFile.parse(SOURCE)) + "{}")
                        .get(0)
                        .rule())
                .isEqualTo("be one document");
    }

    @Test
    void neverShowsWhatMayBeASecret() {
        String text = refused(SOURCE + "  environment: {A: [canary]}\n  command: {canary: 1}\n  secrets: {T: canary}\n")
                + refused("{\"apiVersion\": canary}").toString();

        assertThat(text).contains("***").doesNotContain("'canary'");
    }

    @Test
    void resolvesRelativeSourcesAgainstTheFolderOfTheFile() throws IOException {
        Path file = Files.createDirectories(folder.resolve("plans")).resolve("plan.yaml");
        Files.writeString(file, NAMED + "spec: {source: {sourceDirectory: ../app}}\n");

        assertThat(PlanFile.read(file).source())
                .isEqualTo(new Source.SourceDirectory(
                        folder.toRealPath().resolve("app").toString()));
        Files.writeString(file, NAMED + "spec: {source: {staticSite: /srv/site}}\n");
        assertThat(PlanFile.read(file).source()).isEqualTo(new Source.StaticSite("/srv/site"));
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.write(file, new byte[] {'a', (byte) 0xff});
        assertThat(catchThrowableOfType(InvalidPlanException.class, () -> PlanFile.read(file))
                        .violations())
                .extracting(Violation::rule)
                .containsExactly("be UTF-8");
        Files.write(file, new byte[400_000]);
        assertThat(catchThrowableOfType(InvalidPlanException.class, () -> PlanFile.read(file))
                        .violations())
                .extracting(Violation::rule)
                .containsExactly("be at most 256 KiB");
        Files.write(file, ("\uFEFF" + SOURCE).getBytes(UTF_8));
        assertThat(PlanFile.read(file).name()).isEqualTo("todo");
    }

    private static List<Violation> refused(String text) {
        InvalidPlanException refusal = catchThrowableOfType(InvalidPlanException.class, () -> PlanFile.parse(text));
        assertThat(refusal).as(text.substring(0, Math.min(200, text.length()))).isNotNull();
        return refusal.violations();
    }
}
