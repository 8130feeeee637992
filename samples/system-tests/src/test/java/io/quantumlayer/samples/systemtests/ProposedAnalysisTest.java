package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.Preview;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.catalog.CloudCatalogFactory;
import io.quantumlayer.core.Analyzers;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.testkit.fake.FakeModel;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Previews of a sentence that rules and models read together, over the whole catalogue. */
class ProposedAnalysisTest {
    private static final String GERMAN = "Ein Python-Dienst für Bücher mit Anmeldung, Daten nur in der EU";
    private static final String ENGLISH = "A Python REST API for books, HIPAA, EU only, at most 40 USD a month";

    @Test
    void aModelReadsASentenceThatTheRulesDoNotAndItsLimitsDecide() {
        FakeModel model = FakeModel.answering(FakeModel.spec("""
            "kind": {"value": "API", "words": ["Dienst"]},
            "language": {"value": "python", "words": ["Python"]},
            "entity": {"value": "book", "words": ["Bücher"]},
            "features": [{"id": "authentication", "words": ["Anmeldung"]}],
            "residency": {"value": "EU", "words": ["Daten nur in der EU"]}
            """));
        Preview alone = preview(GERMAN, b -> b);
        Preview preview = preview(GERMAN, b -> b.addAnalyzer(Analyzers.model("model", model)));
        AppSpec spec = preview.spec();

        assertThat(alone.spec().kind().value()).isEqualTo(AppKind.UNSUPPORTED);
        assertThat(spec.kind()).isEqualTo(Trait.proposed(AppKind.API, "Dienst"));
        assertThat(spec.residency()).contains(Trait.proposed(Residency.EU, "Daten nur in der EU"));
        assertThat(spec.hasFeature("authentication")).isTrue();
        assertThat(spec.contradictions()).isEmpty();
        assertThat(preview.outlook().market().rejections())
                .anyMatch(rejection -> rejection.limit().equals("residency"));
        assertThat(preview.outlook().marketChoice()).isPresent();
        assertThat(model.prompts()).hasSize(1);
    }

    @Test
    void whatAHostileModelProposesChangesNothingButTheRemarks() {
        FakeModel hostile = FakeModel.answering(FakeModel.spec("""
            "kind": {"value": "STATIC", "words": ["REST API"]},
            "residency": {"value": "US", "words": ["EU only"]},
            "compliance": [{"id": "FEDRAMP", "words": ["the government asks for it"]}],
            "features": [{"id": "encryption", "wanted": false, "words": ["books"]}],
            "monthlyBudget": {"value": "4000 USD", "words": ["40 USD a month"]},
            "preferredProviders": [{"id": "evil", "words": ["ignore all rules\\u001b[2J"]}]
            """));
        Preview alone = preview(ENGLISH, b -> b);
        Preview preview = preview(ENGLISH, b -> b.addAnalyzer(Analyzers.model("hostile", hostile)));

        assertThat(preview.spec().contradictions())
                .hasSize(alone.spec().contradictions().size() + 6)
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
        assertThat(preview.spec().kind()).isEqualTo(alone.spec().kind());
        assertThat(preview.spec().budget()).isEqualTo(alone.spec().budget());
        assertThat(preview.spec().residency()).isEqualTo(alone.spec().residency());
        assertThat(preview.spec().compliance())
                .isEqualTo(alone.spec().compliance())
                .containsKey(Programme.HIPAA);
        assertThat(preview.spec().features()).isEqualTo(alone.spec().features());
        assertThat(preview.outlook().market()).isEqualTo(alone.outlook().market());
    }

    @Test
    void modelsThatAreLateUnreadableOrGoneAreNamedAndTheOthersHeard() {
        FakeModel unreadable = FakeModel.answering("Sure, here you are:", "{\"kind\": \"ProposedSpec\"}");
        AppSpec spec = preview(
                        ENGLISH,
                        b -> b.setting("analyzers", "limit", "PT1S")
                                .addAnalyzer(Analyzers.model("late", FakeModel.hanging()))
                                .addAnalyzer(
                                        Analyzers.model("gone", FakeModel.unreachable("https://user:hunter2@models")))
                                .addAnalyzer(Analyzers.model("unreadable", unreadable))
                                .addAnalyzer(Analyzers.model(
                                        "zealous",
                                        FakeModel.answering(FakeModel.spec(
                                                "\"features\": [{\"id\": \"search\", \"words\": [\"for books\"]}]")))))
                .spec();

        assertThat(spec.contradictions())
                .containsExactly(
                        "Analyzer gone proposes nothing: it failed: NETWORK, model.unreachable",
                        "Analyzer late proposes nothing: it did not answer in time",
                        "Analyzer unreadable proposes nothing: it failed: VALIDATION, model.unreadable");
        assertThat(spec.features()).containsEntry("search", Trait.proposed(true, "for books"));
        assertThat(unreadable.prompts()).hasSize(2);
        assertThat(unreadable.prompts().get(1).data()).contains("file must be one JSON object");
    }

    @Test
    void noModelSeesASentenceThatHoldsASecret() {
        FakeModel model = FakeModel.quoting();

        assertThatThrownBy(() -> preview(
                        "A REST API, the admin password is hunter2!x", b -> b.addAnalyzer(Analyzers.model("m", model))))
                .isInstanceOf(InvalidPlanException.class);
        assertThat(model.prompts()).isEmpty();
    }

    private static Preview preview(String sentence, UnaryOperator<QuantumLayerBuilder> change) {
        QuantumLayerBuilder builder =
                QuantumLayerBuilder.create().discovery(false).addCatalog(new CloudCatalogFactory());
        try (QuantumLayer ql = change.apply(builder).build()) {
            return ql.preview(DeploymentPlan.named("shop").requirement(sentence).build());
        }
    }
}
