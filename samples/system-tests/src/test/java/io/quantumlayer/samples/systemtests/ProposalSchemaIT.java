package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.core.Analyzers;
import io.quantumlayer.testkit.fake.FakeModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema of a model's answer, judged by check-jsonschema: both take and refuse the same answers. */
class ProposalSchemaIT {
    @TempDir
    Path folder;

    private SchemaJudge judge;

    @BeforeEach
    void find() {
        judge = SchemaJudge.in(folder);
    }

    @Test
    void theSchemaIsASchema() throws IOException, InterruptedException {
        assertThat(judge.isSchema(Analyzers.schema())).isTrue();
    }

    @Test
    void whatIsReadFitsTheSchema() throws IOException, InterruptedException {
        Map<String, String> answers = good();
        assertThat(answers.values()).allMatch(ProposalSchemaIT::isRead);
        assertThat(judge.refused(Analyzers.schema(), answers)).isEmpty();
    }

    @Test
    void whatIsNotReadDoesNotFitTheSchema() throws IOException, InterruptedException {
        Map<String, String> answers = bad();
        assertThat(answers.values()).noneMatch(ProposalSchemaIT::isRead);
        assertThat(judge.refused(Analyzers.schema(), answers)).isEqualTo(List.copyOf(answers.keySet()));
    }

    private static Map<String, String> good() throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("nothing.json", FakeModel.spec(""));
        answers.put("quoted.json", quoting("A service with search, payments and authentication"));
        answers.put("much.json", FakeModel.spec("""
            "kind": {"value": "API", "words": ["service", "REST"]},
            "language": {"value": "java", "words": ["Java"]},
            "features": [{"id": "search", "words": ["s"]}, {"id": "own_thing", "wanted": false, "words": ["t"]}],
            "compliance": [{"id": "PCI DSS", "words": ["PCI"]}],
            "regions": [{"id": "eu-central-1", "words": ["Frankfurt"]}],
            "residency": {"value": "EU", "words": ["EU"]},
            "requestsPerSecond": {"value": 0.5, "words": ["now and then"]},
            "latency": {"value": "PT0.3S", "words": ["fast"]},
            "availability": {"value": 0.999, "words": ["always"]},
            "memory": {"value": "1.5Gi", "words": ["memory"]},
            "gpu": {"value": false, "words": ["no GPU"]},
            "monthlyBudget": {"value": "49.90 EUR", "words": ["cheap"]}
            """));
        return answers;
    }

    private static Map<String, String> bad() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("list.json", "[]");
        answers.put("bare.json", "{}");
        answers.put("kind.json", FakeModel.spec("").replace("ProposedSpec", "DeploymentPlan"));
        answers.put("version.json", FakeModel.spec("").replace("v1alpha1", "v9"));
        answers.put("unknown.json", FakeModel.spec("\"langage\": {\"value\": \"java\", \"words\": [\"x\"]}"));
        answers.put("unquoted.json", FakeModel.spec("\"language\": {\"value\": \"java\"}"));
        answers.put("wordless.json", FakeModel.spec("\"language\": {\"value\": \"java\", \"words\": []}"));
        answers.put("plain.json", FakeModel.spec("\"language\": \"java\""));
        answers.put("id.json", FakeModel.spec("\"language\": {\"value\": \"The best\", \"words\": [\"x\"]}"));
        answers.put("constant.json", FakeModel.spec("\"kind\": {\"value\": \"MAGIC\", \"words\": [\"x\"]}"));
        answers.put("time.json", FakeModel.spec("\"latency\": {\"value\": \"300 ms\", \"words\": [\"x\"]}"));
        answers.put("truth.json", FakeModel.spec("\"gpu\": {\"value\": \"yes\", \"words\": [\"x\"]}"));
        answers.put("load.json", FakeModel.spec("\"requestsPerSecond\": {\"value\": 0, \"words\": [\"x\"]}"));
        answers.put("money.json", FakeModel.spec("\"monthlyBudget\": {\"value\": \"$50\", \"words\": [\"x\"]}"));
        answers.put("reason.json", FakeModel.spec("\"gpu\": {\"value\": true, \"words\": [\"x\"], \"why\": \"so\"}"));
        answers.put(
                "many.json",
                FakeModel.spec("\"regions\": [" + "{\"id\": \"eu\", \"words\": [\"x\"]},".repeat(64)
                        + "{\"id\": \"eu\", \"words\": [\"x\"]}]"));
        return answers;
    }

    private static String quoting(String sentence) throws IOException, InterruptedException {
        FakeModel model = FakeModel.quoting();
        ask(model, sentence);
        return model.answer(context(), model.prompts().get(0));
    }

    /** An answer that cannot be read is asked for again. */
    private static boolean isRead(String answer) {
        FakeModel model = FakeModel.answering(answer);
        return ask(model, "x") && model.prompts().size() == 1;
    }

    private static boolean ask(FakeModel model, String sentence) {
        return Analyzers.model("model", model)
                .analyze(context(), new Source.Requirement(sentence))
                .value()
                .isPresent();
    }

    private static CallContext context() {
        Clock clock = Clock.systemUTC();
        RunId run = new RunId(new ApplicationId("team", "todo"), "r".repeat(26));
        return CallContext.of(run, "k".repeat(26), clock.instant().plus(Duration.ofMinutes(1)), clock);
    }
}
