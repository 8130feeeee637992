package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.core.PlanFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema, judged by check-jsonschema: it takes and refuses the plan files that the library does. */
class PlanSchemaIT {
    private static final String HEAD = "apiVersion: quantumlayer.io/v1alpha1\nkind: DeploymentPlan\n";
    private static final String NAMED = HEAD + "metadata: {name: todo}\n";
    private static final String SOURCE = NAMED + "spec:\n  source: {requirement: a list}\n";

    @TempDir
    Path folder;

    private SchemaJudge judge;

    @BeforeEach
    void find() {
        judge = SchemaJudge.in(folder);
    }

    @Test
    void theSchemaIsASchema() throws Exception {
        assertThat(judge.isSchema(PlanFile.schema())).isTrue();
        assertThat(judge.isSchema(PlanFile.schema().replaceFirst("\"object\"", "\"objekt\"")))
                .as("a broken one is seen")
                .isFalse();
    }

    @Test
    void whatTheLibraryTakesFitsTheSchema() throws Exception {
        Map<String, String> plans = good();
        plans.values().forEach(PlanFile::parse);
        assertThat(refusedBySchema(plans)).isEmpty();
        Map<String, String> written = new LinkedHashMap<>();
        plans.forEach((name, text) -> {
            written.put(name, PlanFile.toYaml(PlanFile.parse(text)));
            written.put(name + ".json", PlanFile.toJson(PlanFile.parse(text)));
        });
        assertThat(refusedBySchema(written)).isEmpty();
    }

    @Test
    void whatTheLibraryRefusesDoesNotFitTheSchema() throws Exception {
        Map<String, String> plans = bad();
        assertThat(plans.values())
                .allSatisfy(text -> assertThat(refusedByLibrary(text)).isTrue());
        assertThat(refusedBySchema(plans)).containsExactlyElementsOf(plans.keySet());
    }

    private static Map<String, String> good() {
        Map<String, String> plans = new LinkedHashMap<>();
        plans.put("least", SOURCE);
        plans.put("tenant", HEAD + "metadata: {name: todo, tenant: acme}\nspec:\n  source: {requirement: a list}\n");
        plans.put("directory", NAMED + "spec:\n  source: {sourceDirectory: app}\n");
        plans.put("image", NAMED + "spec:\n  source: {image: \"ghcr.io/acme/todo:1.2\"}\n");
        plans.put("much", SOURCE + """
                  language: java
                  compliance: [SOC2, PCI_DSS]
                  regions: [eu]
                  monthlyBudget: 50 USD
                  latency: PT0.3S
                  slos:
                    - {indicator: AVAILABILITY, target: 0.999}
                  environment: {MODE: quiet}
                  secrets: {TOKEN: "env:TOKEN"}
                  port: 8080
                """);
        return plans;
    }

    private static Map<String, String> bad() {
        Map<String, String> plans = new LinkedHashMap<>();
        plans.put("empty", "{}\n");
        plans.put("version", SOURCE.replace("v1alpha1", "v9"));
        plans.put("kind", SOURCE.replace("kind: DeploymentPlan", "kind: Plan"));
        plans.put("nameless", HEAD + "metadata: {}\nspec:\n  source: {requirement: a list}\n");
        plans.put("name", SOURCE.replace("name: todo", "name: To Do"));
        plans.put("sourceless", NAMED + "spec: {language: java}\n");
        plans.put("two-sources", NAMED + "spec:\n  source: {requirement: a list, sourceDirectory: app}\n");
        plans.put("unknown-field", SOURCE + "  langage: java\n");
        plans.put("port", SOURCE + "  port: 70000\n");
        plans.put("port-text", SOURCE + "  port: many\n");
        plans.put("indicator", SOURCE + "  slos:\n    - {indicator: HAPPINESS, target: 0.9}\n");
        plans.put("variable", SOURCE + "  environment: {\"1ST\": x}\n");
        return plans;
    }

    private static boolean refusedByLibrary(String text) {
        try {
            PlanFile.parse(text);
            return false;
        } catch (InvalidPlanException e) {
            return true;
        }
    }

    private List<String> refusedBySchema(Map<String, String> plans) throws IOException, InterruptedException {
        return judge.refused(PlanFile.schema(), plans);
    }
}
