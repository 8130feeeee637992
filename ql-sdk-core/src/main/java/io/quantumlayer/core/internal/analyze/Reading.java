package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules have read out of one sentence so far; not thread-safe. */
final class Reading {
    final Map<String, Trait<Boolean>> features = new LinkedHashMap<>();
    final Map<Programme, Trait<Boolean>> compliance = new LinkedHashMap<>();
    final List<Trait<String>> regions = new ArrayList<>();
    final List<Trait<String>> preferred = new ArrayList<>();
    final List<Trait<String>> excluded = new ArrayList<>();
    final Set<String> contradictions = new LinkedHashSet<>();
    final Set<String> notUnderstood = new LinkedHashSet<>();
    final Set<String> refusedLanguages = new LinkedHashSet<>();

    @Nullable
    Trait<AppKind> kind;

    @Nullable
    Trait<String> language;

    @Nullable
    Trait<String> framework;

    @Nullable
    Trait<String> entity;

    @Nullable
    Trait<DataClass> dataClass;

    @Nullable
    Trait<SecurityLevel> securityLevel;

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
    String unsupportedBecause;

    @Nullable
    Trait<Money> budget;
}
