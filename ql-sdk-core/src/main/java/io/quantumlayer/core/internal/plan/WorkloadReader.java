package io.quantumlayer.core.internal.plan;

import io.quantumlayer.api.cost.Architecture;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.cost.WorkloadProfileBuilder;
import io.quantumlayer.api.plan.InvalidPlanException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a workload profile from its document form and reports every mistake at once; one use. */
public final class WorkloadReader {
    /** The kind that every workload document states. */
    public static final String KIND = "WorkloadProfile";

    private static final List<String> SECTIONS =
            List.of(PlanSyntax.API_VERSION, PlanSyntax.KIND, PlanSyntax.METADATA, PlanSyntax.SPEC);
    private static final String ARCHITECTURE = "architecture";
    private static final String UNNAMED = "workload";

    private final Problems problems = new Problems();
    private final Values values = new Values(problems);

    private WorkloadReader() {}

    /**
     * Reads a text.
     *
     * @param text YAML, or JSON if it begins with a brace
     * @return the profile
     * @throws InvalidPlanException naming every mistake
     */
    public static WorkloadProfile read(String text) {
        return new WorkloadReader().profile(text);
    }

    private WorkloadProfile profile(String text) {
        Map<String, Node> sections = values.mapping("", PlanSyntax.tree(text, problems), SECTIONS);
        Heading.check(sections, KIND, problems);
        WorkloadProfileBuilder profile = WorkloadProfile.named(name(sections));
        Node spec = sections.get(PlanSyntax.SPEC);
        if (spec == null) {
            problems.add(PlanSyntax.SPEC, "be given", "", "say what is used in a month, as spec.requestsPerMonth");
        } else {
            values.mapping(PlanSyntax.SPEC, spec, names()).forEach((name, node) -> field(profile, name, node));
        }
        return built(profile);
    }

    private String name(Map<String, Node> sections) {
        Node section = sections.get(PlanSyntax.METADATA);
        Map<String, Node> metadata =
                section == null ? Map.of() : values.mapping(PlanSyntax.METADATA, section, List.of("name"));
        return Optional.ofNullable(metadata.get("name"))
                .flatMap(node -> values.text(PlanSyntax.METADATA + ".name", node))
                .orElse(UNNAMED);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(ARCHITECTURE));
        Stream.of(Quantity.values()).map(Quantity::field).forEach(names::add);
        return names;
    }

    private void field(WorkloadProfileBuilder profile, String name, Node node) {
        String path = PlanSyntax.child(PlanSyntax.SPEC, name);
        if (name.equals(ARCHITECTURE)) {
            values.constant(
                            path,
                            node,
                            Architecture.values(),
                            family -> family.name().toLowerCase(Locale.ROOT))
                    .ifPresent(profile::architecture);
            return;
        }
        Stream.of(Quantity.values())
                .filter(quantity -> quantity.field().equals(name))
                .forEach(quantity -> values.decimal(path, node).ifPresent(value -> profile.quantity(quantity, value)));
    }

    private WorkloadProfile built(WorkloadProfileBuilder profile) {
        try {
            WorkloadProfile built = profile.build();
            if (problems.isEmpty()) {
                return built;
            }
        } catch (InvalidPlanException refusal) {
            problems.addAll(refusal);
        }
        throw problems.refusal();
    }
}
