package io.quantumlayer.core.internal.plan;

import com.fasterxml.jackson.core.JsonParser;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Source;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a plan from its document form and reports every mistake at once; one use. */
public final class PlanReader {
    /** The one version of the document form that this library reads and writes. */
    public static final String VERSION = Heading.VERSION;
    /** The kind that every plan document states. */
    public static final String KIND = "DeploymentPlan";

    private static final List<String> SECTIONS =
            List.of(PlanSyntax.API_VERSION, PlanSyntax.KIND, PlanSyntax.METADATA, PlanSyntax.SPEC);
    private static final List<String> METADATA = List.of("name", "tenant");
    private static final String PLACEHOLDER = "unnamed";

    private final Problems problems;
    private final Values values;

    private PlanReader(Problems problems) {
        this.problems = problems;
        this.values = new Values(problems);
    }

    /**
     * Reads a text.
     *
     * @param text YAML, or JSON if it begins with a brace
     * @return the plan
     * @throws InvalidPlanException naming every mistake
     */
    public static DeploymentPlan read(String text) {
        Problems problems = new Problems();
        return new PlanReader(problems).plan(PlanSyntax.tree(text, problems));
    }

    /**
     * Reads the JSON object that a parser stands on, up to its end.
     *
     * @param parser stands on the object's start
     * @return the plan
     * @throws IOException if the parser cannot read on
     * @throws InvalidPlanException naming every mistake
     */
    public static DeploymentPlan read(JsonParser parser) throws IOException {
        Problems problems = new Problems();
        return new PlanReader(problems).plan(new JsonTree(parser, problems).value("", 1));
    }

    private DeploymentPlan plan(Node root) {
        Map<String, Node> sections = values.mapping("", root, SECTIONS);
        Heading.check(sections, KIND, problems);
        DeploymentPlanBuilder plan = named(sections);
        Node spec = sections.get(PlanSyntax.SPEC);
        if (spec == null) {
            problems.add(PlanSyntax.SPEC, "be given", "", "say what is deployed under spec.source");
            throw problems.refusal();
        }
        // Stands in for a source that is refused here, lest the builder refuse its absence once more.
        plan.source(new Source.Requirement(PLACEHOLDER));
        new SpecReader(problems, plan).read(spec);
        return built(plan);
    }

    private DeploymentPlanBuilder named(Map<String, Node> sections) {
        Node section = sections.get(PlanSyntax.METADATA);
        Map<String, Node> metadata =
                section == null ? Map.of() : values.mapping(PlanSyntax.METADATA, section, METADATA);
        Optional<String> name = text(metadata, "name");
        if (!metadata.containsKey("name")) {
            problems.add(PlanSyntax.METADATA + ".name", "be given", "", "name the application");
        }
        DeploymentPlanBuilder plan = DeploymentPlan.named(name.orElse(PLACEHOLDER));
        text(metadata, "tenant").ifPresent(plan::tenant);
        return plan;
    }

    private Optional<String> text(Map<String, Node> metadata, String name) {
        Node node = metadata.get(name);
        return node == null ? Optional.empty() : values.text(PlanSyntax.METADATA + "." + name, node);
    }

    private DeploymentPlan built(DeploymentPlanBuilder plan) {
        try {
            DeploymentPlan built = plan.build();
            if (problems.isEmpty()) {
                return built;
            }
        } catch (InvalidPlanException refusal) {
            problems.addAll(refusal);
        }
        throw problems.refusal();
    }
}
