package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.plan.Slo;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.plan.Waiver;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a placement is measured by, from the plan and from what the analysis understood. Where both speak, the plan
 * decides; what is required by either, inferred or stated, is required.
 *
 * @param work what is to be run
 * @param where where it may run
 * @param promise what it must cost and keep at most
 * @param size what it uses
 * @param waivers the reasons for which the caller lifts a limit, by its name
 */
record Needs(Work work, Where where, Promise promise, Size size, Map<String, String> waivers) {
    /**
     * What is to be run.
     *
     * @param kind the form of the source
     * @param command whether the plan states the command that starts it
     * @param language the language, if known
     * @param framework the framework, if known
     * @param shape its form
     */
    record Work(Source.Kind kind, boolean command, Optional<String> language, Optional<String> framework, Shape shape) {
        /** Whether it is files for a browser and starts no code. */
        boolean isFiles() {
            return kind == Source.Kind.STATIC_SITE
                    || shape.kind == AppKind.STATIC
                    || (shape.kind == AppKind.FRONTEND && kind == Source.Kind.REQUIREMENT);
        }
    }

    /**
     * The form of an application.
     *
     * @param kind what it is
     * @param duration how long it works at a time, if known
     * @param gpu whether it needs a graphics processor
     * @param wishes further wishes on its place
     */
    record Shape(AppKind kind, Optional<Duration> duration, boolean gpu, Wishes wishes) {
        Shape with(Wishes others) {
            return new Shape(kind, duration, gpu, others);
        }
    }

    /**
     * Where it may run.
     *
     * @param regions regions or groups, the most wanted first
     * @param residency where data must stay
     * @param preferred providers, the most wanted first
     * @param excluded providers that are never used
     */
    record Where(List<String> regions, Optional<Residency> residency, List<String> preferred, Set<String> excluded) {}

    /**
     * What must hold.
     *
     * @param budget the most a month may cost
     * @param latency the latency to stay below
     * @param availability the highest objective
     * @param compliance the programmes required
     */
    record Promise(
            Optional<Money> budget,
            Optional<Duration> latency,
            Optional<BigDecimal> availability,
            Set<Programme> compliance) {}

    /**
     * What it uses.
     *
     * @param each what one replica uses
     * @param replicas how many there are
     */
    record Size(Resources each, int replicas) {}

    /**
     * The same needs with one of them dropped.
     *
     * @param change the change in words
     * @param limit the limit or factor it is about
     * @param needs the needs after it
     */
    record Variation(String change, String limit, Needs needs) {
        /** Whether it changes the work itself, and so what it costs everywhere. */
        boolean isOtherWork() {
            return limit.equals("duration") || limit.equals("resources");
        }
    }

    static Needs of(AppSpec spec, DeploymentPlan plan) {
        Wishes wishes = Wishes.of(spec, plan);
        Work work = new Work(
                plan.source().kind(),
                !plan.command().isEmpty(),
                plan.language().or(() -> spec.language().map(Trait::value)).or(() -> pages(spec)),
                plan.framework().or(() -> spec.framework().map(Trait::value)),
                new Shape(
                        spec.kind().value(),
                        spec.duration().map(Trait::value),
                        spec.gpu().map(Trait::value).orElse(false),
                        wishes));
        Where where = new Where(
                plan.regions().isEmpty() ? values(spec.regions()) : plan.regions(),
                plan.residency().or(() -> spec.residency().map(Trait::value)),
                List.copyOf(both(plan.preferredProviders(), values(spec.preferredProviders()))),
                both(plan.excludedProviders(), values(wishes.beyond(spec.excludedProviders()))));
        Set<Programme> compliance = new LinkedHashSet<>(plan.compliance());
        spec.compliance().keySet().stream().filter(spec::requires).forEach(compliance::add);
        Promise promise = new Promise(
                plan.monthlyBudget().or(() -> spec.budget().map(Trait::value)),
                plan.latency().or(() -> spec.latency().map(Trait::value)),
                plan.slos().stream()
                        .filter(slo -> slo.indicator() == Slo.Indicator.AVAILABILITY)
                        .map(Slo::target)
                        .max(Comparator.naturalOrder())
                        .or(() -> spec.availability().map(Trait::value)),
                compliance);
        Map<String, String> waivers = new LinkedHashMap<>();
        plan.waivers().forEach((Waiver waiver) -> waivers.put(waiver.limit(), waiver.reason()));
        Resources each = plan.resources().memory().isPresent()
                ? plan.resources()
                : spec.memory()
                        .map(Trait::value)
                        .map(plan.resources()::withMemory)
                        .orElse(plan.resources());
        return new Needs(work, where, promise, new Size(each, plan.replicas()), waivers);
    }

    /** Pages are in no language of their own; what shows them is the run-time of the same name. */
    private static Optional<String> pages(AppSpec spec) {
        return spec.kind().value() == AppKind.STATIC ? Optional.of("static") : Optional.empty();
    }

    private static List<String> values(List<Trait<String>> traits) {
        return traits.stream().map(Trait::value).toList();
    }

    private static Set<String> both(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }

    /** Each wish that can be dropped alone, in a fixed order. */
    List<Variation> variations() {
        List<Variation> all = new ArrayList<>();
        promise.budget.ifPresent(budget -> all.add(new Variation(
                "without the budget of " + budget,
                "budget",
                with(new Promise(Optional.empty(), promise.latency, promise.availability, promise.compliance)))));
        promise.latency.ifPresent(latency -> all.add(new Variation(
                "without the wanted latency of " + latency.toMillis() + " ms",
                "latency",
                with(new Promise(promise.budget, Optional.empty(), promise.availability, promise.compliance)))));
        promise.availability.ifPresent(target -> all.add(new Variation(
                "without the availability objective of " + target.toPlainString(),
                "availability",
                with(new Promise(promise.budget, promise.latency, Optional.empty(), promise.compliance)))));
        for (Programme programme : promise.compliance) {
            Set<Programme> others = new LinkedHashSet<>(promise.compliance);
            others.remove(programme);
            all.add(new Variation(
                    "without " + programme,
                    "compliance." + programme.id().toLowerCase(Locale.ROOT),
                    with(new Promise(promise.budget, promise.latency, promise.availability, others))));
        }
        all.addAll(placeVariations());
        all.addAll(shapeVariations());
        work.framework.ifPresent(framework -> all.add(new Variation(
                "without the framework " + framework,
                "framework",
                with(new Work(work.kind, work.command, work.language, Optional.empty(), work.shape)))));
        return all;
    }

    /** Each wish that follows from the form of the application. */
    private List<Variation> shapeVariations() {
        List<Variation> all = new ArrayList<>();
        Shape shape = work.shape;
        Wishes wishes = shape.wishes();
        if (wishes.edge()) {
            all.add(new Variation(
                    "away from the edge", "edge", with(shape.with(new Wishes(false, wishes.onPremises())))));
        }
        if (wishes.onPremises()) {
            all.add(new Variation("at a vendor's", "on-premises", with(shape.with(new Wishes(wishes.edge(), false)))));
        }
        shape.duration()
                .ifPresent(duration -> all.add(new Variation(
                        "if it worked no longer than a minute at a time",
                        "duration",
                        with(new Shape(shape.kind(), Optional.of(Duration.ofMinutes(1)), shape.gpu(), wishes)))));
        size.each()
                .memory()
                .ifPresent(memory -> all.add(new Variation(
                        "if a replica needed less memory than " + memory,
                        "resources",
                        new Needs(
                                work,
                                where,
                                promise,
                                new Size(new Resources(size.each().cpu(), Optional.empty()), size.replicas()),
                                waivers))));
        return all;
    }

    private Needs with(Shape shape) {
        return with(new Work(work.kind, work.command, work.language, work.framework, shape));
    }

    private List<Variation> placeVariations() {
        List<Variation> all = new ArrayList<>();
        where.residency.ifPresent(residency -> all.add(new Variation(
                "without the residency " + residency,
                "residency",
                with(new Where(where.regions, Optional.empty(), where.preferred, where.excluded)))));
        if (!where.regions.isEmpty()) {
            all.add(new Variation(
                    "in any region",
                    "region",
                    with(new Where(List.of(), where.residency, where.preferred, where.excluded))));
        }
        for (String provider : where.excluded) {
            Set<String> others = new LinkedHashSet<>(where.excluded);
            others.remove(provider);
            all.add(new Variation(
                    "if " + provider + " were not excluded",
                    "excluded-provider",
                    with(new Where(where.regions, where.residency, where.preferred, others))));
        }
        if (!where.preferred.isEmpty()) {
            all.add(new Variation(
                    "without a preferred provider",
                    "preferred-provider",
                    with(new Where(where.regions, where.residency, List.of(), where.excluded))));
        }
        return all;
    }

    /** The same needs with another budget. */
    Needs withBudget(Money budget) {
        return with(new Promise(Optional.of(budget), promise.latency, promise.availability, promise.compliance));
    }

    private Needs with(Promise other) {
        return new Needs(work, where, other, size, waivers);
    }

    private Needs with(Where other) {
        return new Needs(work, other, promise, size, waivers);
    }

    private Needs with(Work other) {
        return new Needs(other, where, promise, size, waivers);
    }
}
