package io.quantumlayer.core.internal.codec;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Traffic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An application specification as it is written: its many fields in groups. */
record AppForm(What what, Where where, Load load, Needs needs, Remarks remarks) {
    record What(
            Trait<AppKind> kind,
            Optional<Trait<String>> language,
            Optional<Trait<String>> framework,
            Optional<Trait<String>> entity,
            Map<String, Trait<Boolean>> features) {}

    record Where(
            List<Trait<String>> regions,
            Optional<Trait<Residency>> residency,
            List<Trait<String>> preferredProviders,
            List<Trait<String>> excludedProviders,
            Protection protection) {}

    record Protection(
            Map<Programme, Trait<Boolean>> compliance,
            Optional<Trait<DataClass>> dataClass,
            Trait<SecurityLevel> securityLevel) {}

    record Load(Optional<Trait<Traffic>> traffic, Optional<Trait<Duration>> latency, Optional<Trait<Money>> budget) {}

    record Needs(
            Optional<Trait<BigDecimal>> availability,
            Optional<Trait<Duration>> duration,
            Optional<Trait<Memory>> memory,
            Optional<Trait<Boolean>> gpu) {}

    record Remarks(List<String> contradictions, List<String> notUnderstood, Optional<String> unsupportedBecause) {}

    static AppForm of(AppSpec spec) {
        What what = new What(spec.kind(), spec.language(), spec.framework(), spec.entity(), spec.features());
        Protection protection = new Protection(spec.compliance(), spec.dataClass(), spec.securityLevel());
        Where where = new Where(
                spec.regions(), spec.residency(), spec.preferredProviders(), spec.excludedProviders(), protection);
        Load load = new Load(spec.traffic(), spec.latency(), spec.budget());
        Needs needs = new Needs(spec.availability(), spec.duration(), spec.memory(), spec.gpu());
        Remarks remarks = new Remarks(spec.contradictions(), spec.notUnderstood(), spec.unsupportedBecause());
        return new AppForm(what, where, load, needs, remarks);
    }

    AppSpec value() {
        AppSpecBuilder spec = AppSpec.ofKind(what.kind);
        what.language.ifPresent(spec::language);
        what.framework.ifPresent(spec::framework);
        what.entity.ifPresent(spec::entity);
        what.features.forEach(spec::feature);
        where.regions.forEach(spec::addRegion);
        where.residency.ifPresent(spec::residency);
        where.preferredProviders.forEach(spec::addPreferredProvider);
        where.excludedProviders.forEach(spec::addExcludedProvider);
        where.protection.compliance.forEach(spec::compliance);
        where.protection.dataClass.ifPresent(spec::dataClass);
        spec.securityLevel(where.protection.securityLevel);
        load.traffic.ifPresent(spec::traffic);
        load.latency.ifPresent(spec::latency);
        load.budget.ifPresent(spec::budget);
        needs.availability.ifPresent(spec::availability);
        needs.duration.ifPresent(spec::duration);
        needs.memory.ifPresent(spec::memory);
        needs.gpu.ifPresent(spec::gpu);
        remarks.contradictions.forEach(spec::addContradiction);
        remarks.notUnderstood.forEach(spec::addNotUnderstood);
        remarks.unsupportedBecause.ifPresent(spec::unsupportedBecause);
        return spec.build();
    }
}
