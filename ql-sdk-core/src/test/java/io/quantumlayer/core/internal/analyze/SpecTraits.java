package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The traits of a specification by name. */
final class SpecTraits {
    private final Map<String, Trait<?>> all = new LinkedHashMap<>();

    private SpecTraits() {}

    static Map<String, Trait<?>> of(AppSpec spec) {
        SpecTraits traits = new SpecTraits();
        traits.all.put("kind", spec.kind());
        traits.all.put("securityLevel", spec.securityLevel());
        traits.put("language", spec.language());
        traits.put("framework", spec.framework());
        traits.put("entity", spec.entity());
        traits.put("dataClass", spec.dataClass());
        traits.put("residency", spec.residency());
        traits.put("traffic", spec.traffic());
        traits.put("latency", spec.latency());
        traits.put("availability", spec.availability());
        traits.put("duration", spec.duration());
        traits.put("memory", spec.memory());
        traits.put("gpu", spec.gpu());
        traits.put("budget", spec.budget());
        spec.features().forEach((id, trait) -> traits.all.put("feature " + id, trait));
        spec.compliance().forEach((id, trait) -> traits.all.put("compliance " + id, trait));
        traits.list("region", spec.regions());
        traits.list("preferred", spec.preferredProviders());
        traits.list("excluded", spec.excludedProviders());
        return traits.all;
    }

    private void put(String name, Optional<? extends Trait<?>> trait) {
        trait.ifPresent(given -> all.put(name, given));
    }

    private void list(String name, List<Trait<String>> traits) {
        traits.forEach(trait -> all.put(name + " " + trait.value(), trait));
    }

    /** The same specification without some of what was reported. */
    static AppSpec without(AppSpec spec, Predicate<String> reported) {
        AppSpecBuilder bare = AppSpec.ofKind(spec.kind()).securityLevel(spec.securityLevel());
        spec.language().ifPresent(bare::language);
        spec.framework().ifPresent(bare::framework);
        spec.entity().ifPresent(bare::entity);
        spec.dataClass().ifPresent(bare::dataClass);
        spec.residency().ifPresent(bare::residency);
        spec.traffic().ifPresent(bare::traffic);
        spec.latency().ifPresent(bare::latency);
        spec.availability().ifPresent(bare::availability);
        spec.duration().ifPresent(bare::duration);
        spec.memory().ifPresent(bare::memory);
        spec.gpu().ifPresent(bare::gpu);
        spec.budget().ifPresent(bare::budget);
        spec.features().forEach(bare::feature);
        spec.compliance().forEach(bare::compliance);
        spec.regions().forEach(bare::addRegion);
        spec.preferredProviders().forEach(bare::addPreferredProvider);
        spec.excludedProviders().forEach(bare::addExcludedProvider);
        spec.contradictions().stream().filter(reported.negate()).forEach(bare::addContradiction);
        spec.notUnderstood().forEach(bare::addNotUnderstood);
        spec.unsupportedBecause().ifPresent(bare::unsupportedBecause);
        return bare.build();
    }
}
