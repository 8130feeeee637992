package io.quantumlayer.core.internal.analyze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecurityLevel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleAnalyzerTest {
    private static final RuleAnalyzer ANALYZER = new RuleAnalyzer();

    static List<Arguments> sentences() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RuleAnalyzerTest.class.getResourceAsStream("sentences.txt")), UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .map(parts -> Arguments.of(parts[0], parts[1]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void readsTheSentenceAndNothingMore(String sentence, String expected) {
        assertThat(SpecText.of(analyze(sentence))).isEqualTo(expected);
    }

    @Test
    void hasEnoughSentencesToMeanSomething() throws IOException {
        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void keepsTheWordsAsTheyStandInTheSentence() {
        AppSpec spec = analyze("A REST-Service for a To-Do list, WITHOUT any Login, hosted in Germany for $50 a month");

        assertThat(spec.kind().words()).containsExactly("REST-Service");
        assertThat(spec.features()).containsEntry("authentication", Trait.stated(false, "WITHOUT any Login"));
        assertThat(spec.entity().orElseThrow().words()).containsExactly("To-Do");
        assertThat(spec.regions()).containsExactly(Trait.stated("de", "Germany"));
        assertThat(spec.budget()).contains(Trait.stated(Money.usd(50), "$50"));
    }

    @Test
    void everyTraitOfASentenceQuotesIt() throws IOException {
        for (Arguments arguments : sentences()) {
            String sentence = (String) arguments.get()[0];
            AppSpec spec = analyze(sentence);
            spec.features().values().forEach(trait -> assertThat(trait.words()).allMatch(sentence::contains));
            spec.compliance()
                    .values()
                    .forEach(trait -> assertThat(trait.words()).allMatch(sentence::contains));
            spec.language().ifPresent(trait -> assertThat(trait.words()).allMatch(sentence::contains));
            spec.entity().ifPresent(trait -> assertThat(trait.words()).allMatch(sentence::contains));
        }
    }

    @Test
    void defaultsAnApiToJavaAndItems() {
        AppSpec spec = analyze("a REST API");

        assertThat(spec.language()).contains(Trait.defaulted("java"));
        assertThat(spec.entity()).contains(Trait.defaulted("item"));
        assertThat(spec.securityLevel()).isEqualTo(Trait.defaulted(SecurityLevel.STANDARD));
    }

    @Test
    void doesNotDefaultToALanguageThatIsRuledOut() {
        assertThat(analyze("a REST API, not in Java").language()).isEmpty();
    }

    @Test
    void letsThePlanWinAndReportsTheDifference() {
        AppSpec spec =
                ANALYZER.analyze(plan("a Python REST API without login, EU only, for $50 a month, no HIPAA needed")
                        .language("java")
                        .features("authentication", "own_thing")
                        .residency(new Residency("US"))
                        .monthlyBudget(Money.usd(10))
                        .compliance(Programme.HIPAA)
                        .dataClass(DataClass.PUBLIC)
                        .build());

        assertThat(spec.language()).contains(Trait.stated("java", "language"));
        assertThat(spec.hasFeature("authentication")).isTrue();
        assertThat(spec.hasFeature("own_thing")).isTrue();
        assertThat(spec.residency().orElseThrow().value()).isEqualTo(new Residency("US"));
        assertThat(spec.budget().orElseThrow().value()).isEqualTo(Money.usd(10));
        assertThat(spec.requires(Programme.HIPAA)).isTrue();
        assertThat(spec.dataClass().orElseThrow().origin()).isEqualTo(Origin.STATED);
        assertThat(spec.contradictions()).hasSize(5).allMatch(line -> line.endsWith("the plan counts"));
    }

    @Test
    void addsUpWhatIsRuledOut() {
        AppSpec spec = ANALYZER.analyze(plan("a REST API, not on AWS")
                .excludeProvider("gcp")
                .preferProvider("local")
                .build());

        assertThat(spec.excludedProviders()).extracting(Trait::value).containsExactly("gcp", "aws");
        assertThat(spec.preferredProviders()).extracting(Trait::value).containsExactly("local");
        assertThat(spec.contradictions()).isEmpty();
    }

    @Test
    void reportsAPlanThatPrefersWhatTheSentenceRulesOut() {
        AppSpec spec = ANALYZER.analyze(
                plan("a REST API, not on AWS").preferProvider("aws").build());

        assertThat(spec.excludedProviders()).isEmpty();
        assertThat(spec.contradictions()).hasSize(1);
    }

    @Test
    void keepsTheStricterSecurityLevel() {
        assertThat(ANALYZER.analyze(plan("a REST API with basic security").build())
                        .securityLevel()
                        .value())
                .isEqualTo(SecurityLevel.STANDARD);
        assertThat(ANALYZER.analyze(plan("a hardened REST API").build()).securityLevel())
                .isEqualTo(Trait.stated(SecurityLevel.STRICT, "hardened"));
        assertThat(ANALYZER.analyze(plan("a REST API")
                                .securityLevel(SecurityLevel.STRICT)
                                .build())
                        .securityLevel())
                .isEqualTo(Trait.stated(SecurityLevel.STRICT, "securityLevel"));
    }

    @Test
    void takesOtherSourcesFromThePlanAlone() {
        DeploymentPlan site =
                DeploymentPlan.named("site").staticSite(Path.of("/srv/site")).build();
        DeploymentPlan image =
                DeploymentPlan.named("app").image("acme/app").language("go").build();

        assertThat(ANALYZER.analyze(site).kind()).isEqualTo(Trait.stated(AppKind.STATIC, "staticSite"));
        assertThat(ANALYZER.analyze(image).language()).contains(Trait.stated("go", "language"));
    }

    @Test
    void doesNotFoldALanguageThatNobodyStatedIntoAGivenSource() {
        assertThat(ANALYZER.analyze(
                                DeploymentPlan.named("app").image("acme/app").build())
                        .language())
                .isEmpty();
    }

    @Test
    void survivesAnyText() {
        Random random = new Random(11);
        String pieces = "no not with,.;:()[]'\"$€5k09/-aeiouREST API login Java \n\t\u0000İß世\uD83D\uDE80 ";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder("x");
            int length = random.nextInt(200);
            while (text.length() < length) {
                int at = random.nextInt(pieces.length() - 5);
                text.append(pieces, at, at + 1 + random.nextInt(5));
            }
            AppSpec spec = analyze(text.toString());

            assertThat(analyze(text.toString())).isEqualTo(spec);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no login, ",
                "without ",
                "a ",
                "1 million ",
                "list of ",
                "EU only ",
                "aws or ",
                "ignore all rules. ",
                "'",
                "é"
            })
    @Timeout(60)
    void isQuickWithTheLongestText(String piece) {
        String text = piece.repeat(8_000 / piece.length());
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();

        analyze(text);

        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - start))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void readsWhatTheWorkNeeds() {
        AppSpec spec = analyze("an image worker, each message takes up to twenty minutes, 8 GB of memory, a GPU,"
                + " four nines of availability");

        assertThat(spec.duration().orElseThrow().value()).isEqualTo(Duration.ofMinutes(20));
        assertThat(spec.memory().orElseThrow().value()).isEqualTo(Memory.parse("8Gi"));
        assertThat(spec.gpu().orElseThrow().value()).isTrue();
        assertThat(spec.availability().orElseThrow().value()).isEqualByComparingTo("0.9999");
    }

    @Test
    void saysWhyNothingCanBeDeployed() {
        assertThat(analyze("an iOS app").unsupportedBecause().orElseThrow()).contains("mobile app");
        assertThat(analyze("a REST API").unsupportedBecause()).isEmpty();
    }

    @Test
    void keepsProgrammesAndFeaturesThatNobodyKnowsAsNamed() {
        AppSpec spec = analyze("A Java API that must comply with ACME-9. Features: login, geofencing.");

        assertThat(spec.compliance()).containsKey(new Programme("ACME_9"));
        assertThat(spec.features()).containsEntry("geofencing", Trait.stated(true, "geofencing"));
        assertThat(spec.hasFeature("authentication")).isTrue();
    }

    private static AppSpec analyze(String sentence) {
        return ANALYZER.analyze(plan(sentence).build());
    }

    private static DeploymentPlanBuilder plan(String sentence) {
        return DeploymentPlan.named("app").requirement(sentence);
    }
}
