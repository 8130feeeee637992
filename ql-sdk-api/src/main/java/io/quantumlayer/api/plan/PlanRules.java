package io.quantumlayer.api.plan;

import io.quantumlayer.api.run.StepName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every rule that a draft must keep to become a plan, in the order of the plan's fields. */
final class PlanRules {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_REPLICAS = 1_000;
    private static final int MAX_VALUE = 32_768;
    private static final Duration MAX_DEADLINE = Duration.ofHours(24);
    private static final Duration MAX_APPROVAL = Duration.ofDays(30);
    private static final Set<StepName> OPTIONAL_PROOFS = EnumSet.of(StepName.BUILD, StepName.OBSERVE, StepName.SECURE);

    private static final Set<String> URL_SCHEMES = Set.of("jdbc", "mysql", "postgres", "postgresql", "sqlite");

    private final PlanDraft draft;
    private final Violations violations = new Violations();

    PlanRules(PlanDraft draft) {
        this.draft = draft;
    }

    /** Returns the draft, or throws every mistake in it. */
    static PlanDraft judged(PlanDraft draft) {
        List<Violation> violations = new PlanRules(draft).violations();
        if (!violations.isEmpty()) {
            throw new InvalidPlanException(violations);
        }
        return draft;
    }

    private List<Violation> violations() {
        identity();
        workload();
        placement();
        variables();
        bindings();
        process();
        promises();
        return violations.all();
    }

    private void identity() {
        violations.text("name", PlanText.LABEL, draft.name);
        violations.text("tenant", PlanText.LABEL, draft.tenant);
        violations.add(draft.refusedSource);
        violations.require(
                draft.source != null || draft.refusedSource != null,
                new Violation("source", "be named", "", "call requirement, sourceDirectory, image or staticSite"));
    }

    private void workload() {
        violations.text("language", PlanText.ID, draft.language);
        violations.text("framework", PlanText.ID, draft.framework);
        violations.texts("features", PlanText.FEATURE, draft.features);
        violations.atMost("compliance", draft.compliance.size());
    }

    private void placement() {
        violations.texts("regions", PlanText.REGION, draft.regions);
        positive("latency", draft.latency);
        violations.texts("preferredProviders", PlanText.ID, draft.preferredProviders);
        violations.texts("excludedProviders", PlanText.ID, draft.excludedProviders);
        draft.excludedProviders.stream()
                .filter(draft.preferredProviders::contains)
                .distinct()
                .forEach(both -> violations.add(new Violation(
                        "excludedProviders", "not name a preferred provider", both, "prefer it or exclude it")));
        violations.atMost("slos", draft.slos.size());
    }

    private void variables() {
        violations.atMost("environment", draft.environment.size());
        names("environment", draft.environment.keySet());
        draft.environment.forEach((name, value) -> violations.require(
                value.length() <= MAX_VALUE && value.indexOf('\0') < 0,
                new Violation(
                        place("environment", name),
                        "be at most " + MAX_VALUE + " characters without NUL",
                        value,
                        "keep large values in a file")));
        violations.atMost("secrets", draft.secrets.size());
        names("secrets", draft.secrets.keySet());
        draft.secrets.keySet().stream()
                .filter(draft.environment::containsKey)
                .forEach(both -> violations.add(new Violation(
                        place("secrets", both), "not stand in environment too", "", "keep the secret only")));
    }

    private void bindings() {
        draft.bindings.forEach((service, url) -> {
            String path = "bindings." + service.id();
            violations.require(
                    !URL_SCHEMES.contains(url.scheme()) && !url.path().startsWith("//"),
                    new Violation(
                            path,
                            "be a reference to the secret that holds the URL, never the URL itself",
                            Violation.MASK,
                            "write env:NAME, file:/absolute/path or home:name"));
            violations.require(
                    !draft.environment.containsKey(service.variable())
                            && !draft.secrets.containsKey(service.variable()),
                    new Violation(path, "be the only source of " + service.variable(), "", "leave the variable out"));
            violations.require(
                    !(draft.source instanceof Source.StaticSite),
                    new Violation(path, "not stand beside a static site", "", "a static site starts no program"));
        });
    }

    /** Names the place of a wrong name, not the name: whoever wrote {@code KEY=value} there gave a value away. */
    private void names(String path, Set<String> names) {
        int index = 0;
        for (String name : names) {
            violations.text(path + "[" + index++ + "]", PlanText.VARIABLE, name);
        }
    }

    private static String place(String path, String name) {
        return PlanText.VARIABLE.accepts(name) ? path + "." + name : path;
    }

    private void process() {
        draft.port.ifPresent(port -> range("port", port, MAX_PORT));
        violations.text("healthPath", PlanText.HEALTH_PATH, draft.healthPath);
        command();
        range("replicas", draft.replicas, MAX_REPLICAS);
    }

    private void command() {
        List<String> words = draft.command;
        violations.atMost("command", words.size());
        violations.require(
                words.isEmpty() || !words.get(0).isBlank(),
                new Violation("command[0]", "name a program", "", "leave the command out to use the source's own"));
        violations.require(
                words.stream().allMatch(word -> word.length() <= MAX_VALUE && word.indexOf('\0') < 0),
                new Violation("command", "have words of at most " + MAX_VALUE + " characters without NUL", "", ""));
        violations.require(
                words.isEmpty() || !(draft.source instanceof Source.StaticSite),
                new Violation("command", "be empty for a static site", "", "a static site starts no program"));
    }

    private void promises() {
        draft.refusedWaivers.forEach(violations::add);
        violations.atMost("waivers", draft.waivers.size());
        Set<String> limits = new HashSet<>();
        draft.waivers.stream()
                .filter(waiver -> !limits.add(waiver.limit()))
                .forEach(twice -> violations.add(
                        new Violation("waivers", "waive a limit once", twice.limit(), "give one reason for it")));
        draft.requiredProofs.stream()
                .filter(step -> !OPTIONAL_PROOFS.contains(step))
                .forEach(step -> violations.add(new Violation(
                        "requiredProofs",
                        "name steps whose proof is optional",
                        step.name(),
                        "choose from " + OPTIONAL_PROOFS)));
        positive("deadline", draft.deadline);
        violations.require(
                draft.deadline.compareTo(MAX_DEADLINE) <= 0,
                new Violation("deadline", "be at most 24 hours", draft.deadline.toString(), "write it like PT10M"));
        positive("approval", draft.approval);
        violations.require(
                draft.approval == null || draft.approval.compareTo(MAX_APPROVAL) <= 0,
                new Violation(
                        "approval", "be at most 30 days", Objects.toString(draft.approval, ""), "write it like PT24H"));
    }

    private void positive(String path, @Nullable Duration time) {
        violations.require(
                time == null || !(time.isZero() || time.isNegative()),
                new Violation(path, "be a positive time", Objects.toString(time, ""), "write it like PT0.2S"));
    }

    private void range(String path, int value, int max) {
        violations.require(
                value >= 1 && value <= max,
                new Violation(path, "be from 1 to " + max, Integer.toString(value), "choose a number in that range"));
    }
}
