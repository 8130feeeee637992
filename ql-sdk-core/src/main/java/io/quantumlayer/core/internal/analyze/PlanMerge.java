package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Slo;
import io.quantumlayer.api.plan.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts what the sentence says and what the plan states together: the plan wins, and a difference is reported. */
final class PlanMerge {
    static final String DEFAULT_LANGUAGE = "java";
    static final String DEFAULT_ENTITY = "item";

    private final Reading reading;
    private final DeploymentPlan plan;
    private final AppSpecBuilder spec;

    private PlanMerge(Reading reading, DeploymentPlan plan, Trait<AppKind> kind) {
        this.reading = reading;
        this.plan = plan;
        this.spec = AppSpec.ofKind(kind);
    }

    static AppSpec of(Reading reading, DeploymentPlan plan, Trait<AppKind> kind) {
        PlanMerge merge = new PlanMerge(reading, plan, kind);
        merge.language(kind.value());
        merge.features();
        merge.protection();
        merge.places();
        merge.load();
        merge.needs();
        reading.contradictions.forEach(merge.spec::addContradiction);
        reading.notUnderstood.forEach(merge.spec::addNotUnderstood);
        return merge.spec.build();
    }

    private void language(AppKind kind) {
        Trait<String> said = reading.language;
        Optional<Trait<String>> language = chosen("language", plan.language(), said);
        language.ifPresent(spec::language);
        plan.language()
                .filter(reading.refusedLanguages::contains)
                .ifPresent(refused -> differ("language", refused, "not " + refused));
        boolean described = kind == AppKind.API && plan.source().kind() == Source.Kind.REQUIREMENT;
        if (language.isEmpty() && described && !reading.refusedLanguages.contains(DEFAULT_LANGUAGE)) {
            spec.language(Trait.defaulted(DEFAULT_LANGUAGE));
        }
        Trait<String> framework = reading.framework;
        // A framework that the sentence names belongs to its language; another language rules it out.
        boolean fits = plan.language().isEmpty()
                || said == null
                || said.value().equals(plan.language().get());
        chosen("framework", plan.framework(), fits ? framework : null).ifPresent(spec::framework);
        Trait<String> entity = reading.entity;
        if (entity != null) {
            spec.entity(entity);
        } else if (described) {
            spec.entity(Trait.defaulted(DEFAULT_ENTITY));
        }
    }

    private void features() {
        reading.features.forEach((id, trait) -> {
            if (plan.features().contains(id) && !trait.value()) {
                differ("features", id, trait.words().get(0));
            }
            spec.feature(id, trait);
        });
        plan.features().forEach(id -> spec.feature(id, Trait.stated(true, "features")));
        plan.bindings().keySet().forEach(service -> bound(service.id()));
        reading.compliance.forEach((programme, trait) -> {
            if (plan.compliance().contains(programme) && !trait.value()) {
                differ("compliance", programme, trait.words().get(0));
            }
            spec.compliance(programme, trait);
        });
        plan.compliance().forEach(programme -> spec.compliance(programme, Trait.stated(true, "compliance")));
    }

    private void bound(String feature) {
        Trait<Boolean> said = reading.features.get(feature);
        if (said != null && !said.value()) {
            differ("bindings", feature, said.words().get(0));
        }
        spec.feature(feature, Trait.stated(true, "bindings"));
    }

    private void protection() {
        chosen("dataClass", plan.dataClass(), reading.dataClass).ifPresent(spec::dataClass);
        // The plan always has a level, so that its default cannot be told from a stated one: the stricter counts.
        Trait<SecurityLevel> level = reading.securityLevel;
        boolean stricter = level != null && level.value().compareTo(plan.securityLevel()) > 0;
        boolean isDefault = plan.securityLevel() == SecurityLevel.STANDARD;
        if (level != null && stricter) {
            spec.securityLevel(level);
        } else {
            spec.securityLevel(
                    isDefault
                            ? Trait.defaulted(plan.securityLevel())
                            : Trait.stated(plan.securityLevel(), "securityLevel"));
        }
    }

    private void places() {
        list("regions", plan.regions(), reading.regions, spec::addRegion);
        chosen("residency", plan.residency(), reading.residency).ifPresent(spec::residency);
        list("preferredProviders", plan.preferredProviders(), reading.preferred, spec::addPreferredProvider);
        both(plan.excludedProviders(), reading.excluded, spec::addExcludedProvider);
    }

    private void load() {
        chosen("traffic", plan.traffic(), reading.traffic).ifPresent(spec::traffic);
        chosen("latency", plan.latency(), reading.latency).ifPresent(spec::latency);
        chosen("monthlyBudget", plan.monthlyBudget(), reading.budget).ifPresent(spec::budget);
    }

    private void needs() {
        Optional<BigDecimal> share = plan.slos().stream()
                .filter(slo -> slo.indicator() == Slo.Indicator.AVAILABILITY)
                .map(Slo::target)
                .max(BigDecimal::compareTo);
        chosen("slos", share, reading.availability).ifPresent(spec::availability);
        chosen("resources", plan.resources().memory(), reading.memory).ifPresent(spec::memory);
        Optional.ofNullable(reading.duration).ifPresent(spec::duration);
        Optional.ofNullable(reading.gpu).ifPresent(spec::gpu);
        Optional.ofNullable(reading.unsupportedBecause).ifPresent(spec::unsupportedBecause);
    }

    private <T> Optional<Trait<T>> chosen(String field, Optional<T> stated, @Nullable Trait<T> said) {
        if (stated.isEmpty()) {
            return Optional.ofNullable(said);
        }
        if (said != null && !said.value().equals(stated.get())) {
            differ(field, stated.get(), said.words().get(0));
        }
        return Optional.of(Trait.stated(stated.get(), field));
    }

    private void list(String field, List<String> stated, List<Trait<String>> said, Consumer<Trait<String>> add) {
        if (stated.isEmpty()) {
            said.forEach(add);
            return;
        }
        stated.forEach(value -> add.accept(Trait.stated(value, field)));
        said.stream()
                .filter(trait -> !stated.contains(trait.value()))
                .forEach(trait ->
                        differ(field, String.join(", ", stated), trait.words().get(0)));
    }

    /** Exclusions add up: neither place may let in what the other rules out. */
    private void both(List<String> stated, List<Trait<String>> said, Consumer<Trait<String>> add) {
        stated.forEach(value -> add.accept(Trait.stated(value, "excludedProviders")));
        for (Trait<String> trait : said) {
            if (plan.preferredProviders().contains(trait.value())) {
                differ("preferredProviders", trait.value(), trait.words().get(0));
            } else if (!stated.contains(trait.value())) {
                add.accept(trait);
            }
        }
    }

    private void differ(String field, Object stated, String said) {
        reading.contradictions.add(
                "The plan states " + field + " " + stated + ", the sentence says '" + said + "'; the plan counts");
    }
}
