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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The application that a plan asks for, as the analysis understood it.
 *
 * <p>Every trait says whether it was stated, proposed, inferred or defaulted, and from which words; what contradicts
 * and what was not understood is kept, never dropped. Collections keep the order they were given in, and that order
 * counts for equality. Safe for use by many threads.
 */
public final class AppSpec {
    private final AppDraft state;

    /** Takes over a draft that nobody else holds. */
    AppSpec(AppDraft state) {
        this.state = state;
    }

    /**
     * Starts a specification.
     *
     * @param kind the kind of application
     * @return a builder
     */
    public static AppSpecBuilder ofKind(Trait<AppKind> kind) {
        return new AppSpecBuilder(new AppDraft(kind));
    }

    /**
     * Starts a changed specification from this one.
     *
     * @return a new builder that would build a specification equal to this one
     */
    public AppSpecBuilder toBuilder() {
        return new AppSpecBuilder(state.copy());
    }

    /**
     * Returns the kind of application.
     *
     * @return the kind
     */
    public Trait<AppKind> kind() {
        return state.kind;
    }

    /**
     * Returns the programming language.
     *
     * @return a lower-case id, or empty if nothing is known
     */
    public Optional<Trait<String>> language() {
        return Optional.ofNullable(state.language);
    }

    /**
     * Returns the framework.
     *
     * @return a lower-case id, or empty if nothing is known
     */
    public Optional<Trait<String>> framework() {
        return Optional.ofNullable(state.framework);
    }

    /**
     * Returns how sensitive the data is.
     *
     * @return the class, or empty if nothing is known
     */
    public Optional<Trait<DataClass>> dataClass() {
        return Optional.ofNullable(state.dataClass);
    }

    /**
     * Returns where data must stay.
     *
     * @return the residency, or empty if nothing is known
     */
    public Optional<Trait<Residency>> residency() {
        return Optional.ofNullable(state.residency);
    }

    /**
     * Returns the expected load.
     *
     * @return the traffic, or empty if nothing is known
     */
    public Optional<Trait<Traffic>> traffic() {
        return Optional.ofNullable(state.traffic);
    }

    /**
     * Returns the latency to stay below, as the 95th percentile.
     *
     * @return a positive time, or empty if nothing is known
     */
    public Optional<Trait<Duration>> latency() {
        return Optional.ofNullable(state.latency);
    }

    /**
     * Returns the share of requests that must be answered.
     *
     * @return above 0 and below 1, as 0.9995, or empty if nothing is known
     */
    public Optional<Trait<BigDecimal>> availability() {
        return Optional.ofNullable(state.availability);
    }

    /**
     * Returns how long one request, message or run may take.
     *
     * @return a positive time, or empty if nothing is known
     */
    public Optional<Trait<Duration>> duration() {
        return Optional.ofNullable(state.duration);
    }

    /**
     * Returns the memory that one instance needs.
     *
     * @return the size, or empty if nothing is known
     */
    public Optional<Trait<Memory>> memory() {
        return Optional.ofNullable(state.memory);
    }

    /**
     * Returns whether a graphics processor is needed.
     *
     * @return false if it was ruled out, or empty if nothing is known
     */
    public Optional<Trait<Boolean>> gpu() {
        return Optional.ofNullable(state.gpu);
    }

    /**
     * Returns the most that a month may cost.
     *
     * @return the budget, or empty if nothing is known
     */
    public Optional<Trait<Money>> budget() {
        return Optional.ofNullable(state.budget);
    }

    /**
     * Returns the thing the application is about.
     *
     * @return a singular lower-case noun, as {@code todo}, or empty if nothing is known
     */
    public Optional<Trait<String>> entity() {
        return Optional.ofNullable(state.entity);
    }

    /**
     * Returns the features that were spoken of.
     *
     * @return by id, in order; false for one that was ruled out, as by "no login needed"
     */
    public Map<String, Trait<Boolean>> features() {
        return Collections.unmodifiableMap(state.features);
    }

    /**
     * Tells whether the application has a feature.
     *
     * @param id the feature's id
     * @return true only if it was asked for, not if it was ruled out or never spoken of
     */
    public boolean hasFeature(String id) {
        return isTrue(state.features.get(id));
    }

    /**
     * Returns the compliance programmes that were spoken of.
     *
     * @return by programme, in order; false for one that was ruled out
     */
    public Map<Programme, Trait<Boolean>> compliance() {
        return Collections.unmodifiableMap(state.compliance);
    }

    /**
     * Tells whether a programme is required.
     *
     * @param programme the programme
     * @return true only if it was asked for
     */
    public boolean requires(Programme programme) {
        return isTrue(state.compliance.get(programme));
    }

    /**
     * Returns the wanted regions or groups of regions.
     *
     * @return in order of preference; empty means anywhere
     */
    public List<Trait<String>> regions() {
        return List.copyOf(state.regions);
    }

    /**
     * Returns how much the security controls ask for.
     *
     * @return the level, {@link SecurityLevel#STANDARD} by default
     */
    public Trait<SecurityLevel> securityLevel() {
        return state.securityLevel;
    }

    /**
     * Returns the preferred providers.
     *
     * @return provider ids in order of preference
     */
    public List<Trait<String>> preferredProviders() {
        return List.copyOf(state.preferredProviders);
    }

    /**
     * Returns the providers that are never used.
     *
     * @return provider ids in the order given
     */
    public List<Trait<String>> excludedProviders() {
        return List.copyOf(state.excludedProviders);
    }

    /**
     * Returns what cannot be true together, and what an installed analyzer proposed, or failed to answer, and was not
     * taken.
     *
     * @return one sentence each, in the order found
     */
    public List<String> contradictions() {
        return List.copyOf(state.contradictions);
    }

    /**
     * Returns what the analysis could not make sense of.
     *
     * @return the words, in the order of the text
     */
    public List<String> notUnderstood() {
        return List.copyOf(state.notUnderstood);
    }

    /**
     * Returns why nothing can be deployed.
     *
     * @return one sentence, present only for {@link AppKind#UNSUPPORTED}
     */
    public Optional<String> unsupportedBecause() {
        return Optional.ofNullable(state.unsupportedBecause);
    }

    /** Tells whether another specification says the same in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AppSpec spec && fields().equals(spec.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    /** Returns everything that is known, in a fixed order. */
    @Override
    public String toString() {
        Map<String, Object> shown = fields();
        shown.values().removeIf(value -> value.equals(Optional.empty()) || value.equals(List.of()));
        return "AppSpec" + shown;
    }

    private static boolean isTrue(@Nullable Trait<Boolean> trait) {
        return trait != null && trait.value();
    }

    /** Every field by name, maps as lists: their own equality would overlook a changed order. */
    private Map<String, Object> fields() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", kind());
        all.put("language", language());
        all.put("framework", framework());
        all.put("features", List.copyOf(state.features.entrySet()));
        all.put("compliance", List.copyOf(state.compliance.entrySet()));
        all.put("dataClass", dataClass());
        all.put("regions", regions());
        all.put("residency", residency());
        all.put("traffic", traffic());
        all.put("latency", latency());
        all.put("availability", availability());
        all.put("duration", duration());
        all.put("memory", memory());
        all.put("gpu", gpu());
        all.put("budget", budget());
        all.put("securityLevel", securityLevel());
        all.put("preferredProviders", preferredProviders());
        all.put("excludedProviders", excludedProviders());
        all.put("entity", entity());
        all.put("contradictions", contradictions());
        all.put("notUnderstood", notUnderstood());
        all.put("unsupportedBecause", unsupportedBecause());
        return all;
    }
}
