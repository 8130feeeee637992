package io.quantumlayer.api.app;

import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Traffic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mutable fields of a specification that is being written; a specification holds a draft nobody changes. */
final class AppDraft {
    final Map<String, Trait<Boolean>> features = new LinkedHashMap<>();
    final Map<Programme, Trait<Boolean>> compliance = new LinkedHashMap<>();
    final List<Trait<String>> regions = new ArrayList<>();
    final List<Trait<String>> preferredProviders = new ArrayList<>();
    final List<Trait<String>> excludedProviders = new ArrayList<>();
    final List<String> contradictions = new ArrayList<>();
    final List<String> notUnderstood = new ArrayList<>();

    Trait<AppKind> kind;
    Trait<SecurityLevel> securityLevel = Trait.defaulted(SecurityLevel.STANDARD);

    @Nullable
    Trait<String> language;

    @Nullable
    Trait<String> framework;

    @Nullable
    Trait<DataClass> dataClass;

    @Nullable
    Trait<Residency> residency;

    @Nullable
    Trait<Traffic> traffic;

    @Nullable
    Trait<Duration> latency;

    @Nullable
    Trait<BigDecimal> availability;

    @Nullable
    Trait<Duration> duration;

    @Nullable
    Trait<Memory> memory;

    @Nullable
    Trait<Boolean> gpu;

    @Nullable
    Trait<Money> budget;

    @Nullable
    Trait<String> entity;

    @Nullable
    String unsupportedBecause;

    AppDraft(Trait<AppKind> kind) {
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    AppDraft copy() {
        AppDraft copy = new AppDraft(kind);
        copy.features.putAll(features);
        copy.compliance.putAll(compliance);
        copy.regions.addAll(regions);
        copy.preferredProviders.addAll(preferredProviders);
        copy.excludedProviders.addAll(excludedProviders);
        copy.contradictions.addAll(contradictions);
        copy.notUnderstood.addAll(notUnderstood);
        copy.securityLevel = securityLevel;
        copy.language = language;
        copy.framework = framework;
        copy.dataClass = dataClass;
        copy.residency = residency;
        copy.traffic = traffic;
        copy.latency = latency;
        copy.availability = availability;
        copy.duration = duration;
        copy.memory = memory;
        copy.gpu = gpu;
        copy.budget = budget;
        copy.entity = entity;
        copy.unsupportedBecause = unsupportedBecause;
        return copy;
    }
}
