package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How well an analysis agrees with the labels of a file of prompts. */
final class PromptScore {
    /** Counts what is right, what is too much and what is missing. */
    static final class Tally {
        private int right;
        private int invented;
        private int missed;

        private void add(Set<String> said, Set<String> wanted, LabelledPrompt prompt) {
            said.stream().filter(wanted::contains).forEach(value -> right++);
            said.stream()
                    .filter(value -> !wanted.contains(value) && !prompt.isOptional(value))
                    .forEach(value -> invented++);
            wanted.stream().filter(value -> !said.contains(value)).forEach(value -> missed++);
        }

        private void check(boolean correct) {
            if (correct) {
                right++;
            } else {
                missed++;
            }
        }

        int invented() {
            return invented;
        }

        double precision() {
            return right + invented == 0 ? 1 : (double) right / (right + invented);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + invented + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "F1 %.3f precision %.3f recall %.3f (%d right, %d invented, %d missed)",
                    f1(),
                    precision(),
                    recall(),
                    right,
                    invented,
                    missed);
        }
    }

    final Tally kind = new Tally();
    final Tally features = new Tally();
    final Tally compliance = new Tally();
    final Tally residency = new Tally();
    final Tally negation = new Tally();
    final Tally contradiction = new Tally();
    final Map<String, Tally> others = new LinkedHashMap<>();
    final List<String> errors = new ArrayList<>();

    static PromptScore of(String file) {
        RuleAnalyzer analyzer = new RuleAnalyzer();
        PromptScore score = new PromptScore();
        for (LabelledPrompt prompt : LabelledPrompt.all(file)) {
            score.add(
                    prompt,
                    analyzer.analyze(DeploymentPlan.named("app")
                            .requirement(prompt.prompt())
                            .build()));
        }
        return score;
    }

    private void add(LabelledPrompt prompt, AppSpec spec) {
        kind(prompt, spec.kind().value().name());
        sets(prompt, "features", features, wanted(spec.features()), prompt.set("features"));
        sets(prompt, "compliance", compliance, programmes(spec), programmes(prompt));
        sets(prompt, "residency", residency, places(spec), places(prompt));
        negations(prompt, spec);
        boolean contradicts = !spec.contradictions().isEmpty();
        check(prompt, "contradiction", contradiction, Boolean.toString(contradicts), prompt.is("contradiction") + "");
        PromptFields.of(spec).forEach((field, value) -> field(prompt, field, value));
    }

    private void kind(LabelledPrompt prompt, String said) {
        boolean correct =
                said.equals(prompt.text("kind")) || prompt.set("orKinds").contains(said);
        kind.check(correct);
        note(correct, prompt, "kind", said, prompt.text("kind"));
    }

    private void sets(LabelledPrompt prompt, String name, Tally tally, Set<String> said, Set<String> wanted) {
        tally.add(said, wanted, prompt);
        Set<String> differing = new TreeSet<>(said);
        differing.removeIf(prompt::isOptional);
        differing.addAll(wanted);
        note(
                said.containsAll(wanted) && wanted.containsAll(differing),
                prompt,
                name,
                said.toString(),
                wanted.toString());
    }

    private void negations(LabelledPrompt prompt, AppSpec spec) {
        Set<String> said = new TreeSet<>();
        spec.features().forEach((id, trait) -> addIf(said, !trait.value(), id));
        spec.compliance().forEach((id, trait) -> addIf(said, !trait.value(), id.id()));
        spec.excludedProviders().forEach(trait -> said.add(trait.value()));
        Set<String> wanted = new TreeSet<>(prompt.set("without"));
        wanted.addAll(prompt.set("notCompliance"));
        wanted.addAll(prompt.set("excluded"));
        sets(prompt, "negation", negation, said, wanted);
    }

    private void field(LabelledPrompt prompt, String field, String said) {
        check(prompt, field, others.computeIfAbsent(field, name -> new Tally()), said, PromptFields.of(prompt, field));
    }

    private void check(LabelledPrompt prompt, String name, Tally tally, String said, String wanted) {
        boolean free = prompt.set("optional").stream()
                .anyMatch(value -> name.equals(value)
                        || PromptFields.shortName(name).equals(value)
                        || (PromptFields.shortName(name) + "=" + said).equals(value));
        boolean correct = free || said.equals(wanted);
        tally.check(correct);
        note(correct, prompt, name, said, wanted);
    }

    private void note(boolean correct, LabelledPrompt prompt, String name, String said, String wanted) {
        if (!correct) {
            errors.add(name + ": said " + said + ", wanted " + wanted + " <- " + prompt.prompt());
        }
    }

    private static Set<String> wanted(Map<String, Trait<Boolean>> features) {
        Set<String> wanted = new TreeSet<>();
        features.forEach((id, trait) -> addIf(wanted, trait.value(), id));
        return wanted;
    }

    /** Programmes with a tilde where they only follow from the subject: an inferred one must not pass for stated. */
    private static Set<String> programmes(AppSpec spec) {
        Set<String> programmes = new TreeSet<>();
        spec.compliance()
                .forEach((id, trait) ->
                        addIf(programmes, trait.value(), trait.origin() == Origin.STATED ? id.id() : "~" + id.id()));
        return programmes;
    }

    private static Set<String> programmes(LabelledPrompt prompt) {
        Set<String> programmes = new TreeSet<>(prompt.set("compliance"));
        prompt.set("implied").forEach(id -> programmes.add("~" + id));
        return programmes;
    }

    private static Set<String> places(AppSpec spec) {
        Set<String> places = new TreeSet<>();
        spec.residency().ifPresent(trait -> places.add("limit=" + trait.value()));
        spec.regions().forEach(trait -> places.add("region=" + trait.value()));
        return places;
    }

    private static Set<String> places(LabelledPrompt prompt) {
        Set<String> places = new TreeSet<>();
        Optional.of(prompt.text("residency"))
                .filter(code -> !code.isEmpty())
                .ifPresent(code -> places.add("limit=" + code));
        prompt.set("regions").forEach(region -> places.add("region=" + region));
        return places;
    }

    private static void addIf(Set<String> values, boolean condition, String value) {
        if (condition) {
            values.add(value);
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "kind accuracy %.3f%n", kind.recall()));
        out.append("features ").append(features).append(System.lineSeparator());
        out.append("compliance ").append(compliance).append(System.lineSeparator());
        out.append("residency ").append(residency).append(System.lineSeparator());
        out.append("negation ").append(negation).append(System.lineSeparator());
        out.append(String.format(Locale.ROOT, "contradiction accuracy %.3f%n", contradiction.recall()));
        others.forEach((name, tally) -> out.append(
                String.format(Locale.ROOT, "%s accuracy %.3f (%d wrong)%n", name, tally.recall(), tally.missed)));
        return out.toString();
    }
}
