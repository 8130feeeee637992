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
import java.util.Objects;

/**
 * Collects what an analysis finds out about an application.
 *
 * <p>A bare noun sets and replaces, {@code addX} appends. For one thread.
 */
public final class AppSpecBuilder {
    private final AppDraft draft;

    AppSpecBuilder(AppDraft draft) {
        this.draft = draft;
    }

    /**
     * Sets the kind of application.
     *
     * @param kind the kind
     * @return this builder
     */
    public AppSpecBuilder kind(Trait<AppKind> kind) {
        draft.kind = Objects.requireNonNull(kind, "kind");
        return this;
    }

    /**
     * Sets the programming language.
     *
     * @param language a lower-case id
     * @return this builder
     */
    public AppSpecBuilder language(Trait<String> language) {
        draft.language = Objects.requireNonNull(language, "language");
        return this;
    }

    /**
     * Sets the framework.
     *
     * @param framework a lower-case id
     * @return this builder
     */
    public AppSpecBuilder framework(Trait<String> framework) {
        draft.framework = Objects.requireNonNull(framework, "framework");
        return this;
    }

    /**
     * Sets how sensitive the data is.
     *
     * @param dataClass the class
     * @return this builder
     */
    public AppSpecBuilder dataClass(Trait<DataClass> dataClass) {
        draft.dataClass = Objects.requireNonNull(dataClass, "dataClass");
        return this;
    }

    /**
     * Sets where data must stay.
     *
     * @param residency the residency
     * @return this builder
     */
    public AppSpecBuilder residency(Trait<Residency> residency) {
        draft.residency = Objects.requireNonNull(residency, "residency");
        return this;
    }

    /**
     * Sets the expected load.
     *
     * @param traffic the traffic
     * @return this builder
     */
    public AppSpecBuilder traffic(Trait<Traffic> traffic) {
        draft.traffic = Objects.requireNonNull(traffic, "traffic");
        return this;
    }

    /**
     * Sets the latency to stay below, as the 95th percentile.
     *
     * @param latency a positive time
     * @return this builder
     */
    public AppSpecBuilder latency(Trait<Duration> latency) {
        draft.latency = Objects.requireNonNull(latency, "latency");
        return this;
    }

    /**
     * Sets the share of requests that must be answered.
     *
     * @param availability above 0 and below 1, as 0.9995
     * @return this builder
     */
    public AppSpecBuilder availability(Trait<BigDecimal> availability) {
        draft.availability = Objects.requireNonNull(availability, "availability");
        return this;
    }

    /**
     * Sets how long one request, message or run may take.
     *
     * @param duration a positive time
     * @return this builder
     */
    public AppSpecBuilder duration(Trait<Duration> duration) {
        draft.duration = Objects.requireNonNull(duration, "duration");
        return this;
    }

    /**
     * Sets the memory that one instance needs.
     *
     * @param memory the size
     * @return this builder
     */
    public AppSpecBuilder memory(Trait<Memory> memory) {
        draft.memory = Objects.requireNonNull(memory, "memory");
        return this;
    }

    /**
     * Sets whether a graphics processor is needed.
     *
     * @param gpu false if it was ruled out
     * @return this builder
     */
    public AppSpecBuilder gpu(Trait<Boolean> gpu) {
        draft.gpu = Objects.requireNonNull(gpu, "gpu");
        return this;
    }

    /**
     * Sets the most that a month may cost.
     *
     * @param budget the budget
     * @return this builder
     */
    public AppSpecBuilder budget(Trait<Money> budget) {
        draft.budget = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * Sets the thing the application is about.
     *
     * @param entity a singular lower-case noun, as {@code todo}
     * @return this builder
     */
    public AppSpecBuilder entity(Trait<String> entity) {
        draft.entity = Objects.requireNonNull(entity, "entity");
        return this;
    }

    /**
     * Sets how much the security controls ask for.
     *
     * @param securityLevel the level; default {@link SecurityLevel#STANDARD}, defaulted
     * @return this builder
     */
    public AppSpecBuilder securityLevel(Trait<SecurityLevel> securityLevel) {
        draft.securityLevel = Objects.requireNonNull(securityLevel, "securityLevel");
        return this;
    }

    /**
     * Sets whether the application has a feature.
     *
     * @param id the feature's id
     * @param wanted false if it was ruled out
     * @return this builder
     */
    public AppSpecBuilder feature(String id, Trait<Boolean> wanted) {
        draft.features.put(Objects.requireNonNull(id, "id"), Objects.requireNonNull(wanted, "wanted"));
        return this;
    }

    /**
     * Sets whether a compliance programme is required.
     *
     * @param programme the programme
     * @param required false if it was ruled out
     * @return this builder
     */
    public AppSpecBuilder compliance(Programme programme, Trait<Boolean> required) {
        draft.compliance.put(
                Objects.requireNonNull(programme, "programme"), Objects.requireNonNull(required, "required"));
        return this;
    }

    /**
     * Appends a wanted region or group of regions.
     *
     * @param region what is appended
     * @return this builder
     */
    public AppSpecBuilder addRegion(Trait<String> region) {
        draft.regions.add(Objects.requireNonNull(region, "region"));
        return this;
    }

    /**
     * Appends a preferred provider.
     *
     * @param preferredProvider what is appended
     * @return this builder
     */
    public AppSpecBuilder addPreferredProvider(Trait<String> preferredProvider) {
        draft.preferredProviders.add(Objects.requireNonNull(preferredProvider, "preferredProvider"));
        return this;
    }

    /**
     * Appends a provider that is never used.
     *
     * @param excludedProvider what is appended
     * @return this builder
     */
    public AppSpecBuilder addExcludedProvider(Trait<String> excludedProvider) {
        draft.excludedProviders.add(Objects.requireNonNull(excludedProvider, "excludedProvider"));
        return this;
    }

    /**
     * Appends a sentence that says what cannot be true together.
     *
     * @param contradiction what is appended
     * @return this builder
     */
    public AppSpecBuilder addContradiction(String contradiction) {
        draft.contradictions.add(Objects.requireNonNull(contradiction, "contradiction"));
        return this;
    }

    /**
     * Appends words that the analysis could not make sense of.
     *
     * @param notUnderstood what is appended
     * @return this builder
     */
    public AppSpecBuilder addNotUnderstood(String notUnderstood) {
        draft.notUnderstood.add(Objects.requireNonNull(notUnderstood, "notUnderstood"));
        return this;
    }

    /**
     * Sets why nothing can be deployed.
     *
     * @param unsupportedBecause one sentence
     * @return this builder
     */
    public AppSpecBuilder unsupportedBecause(String unsupportedBecause) {
        draft.unsupportedBecause = Objects.requireNonNull(unsupportedBecause, "unsupportedBecause");
        return this;
    }

    /**
     * Builds the specification; may be called again after further changes.
     *
     * @return the specification
     */
    public AppSpec build() {
        return new AppSpec(draft.copy());
    }
}
