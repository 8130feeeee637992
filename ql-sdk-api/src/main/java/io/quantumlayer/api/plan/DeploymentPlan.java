package io.quantumlayer.api.plan;

import io.quantumlayer.api.run.StepName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the caller wants to run: one immutable value that says everything a deployment may depend on.
 *
 * <p>Build one with {@link #named}; a plan that exists has passed every rule. Collections keep the order they were
 * given in, and that order counts: two plans are equal exactly if they say the same in the same order. Safe for use by
 * many threads.
 */
public final class DeploymentPlan {
    /** The tenant of a plan that names none. */
    public static final String DEFAULT_TENANT = "default";

    /** The health path of a plan that names none. */
    public static final String DEFAULT_HEALTH_PATH = "/health";

    /** The deadline of a plan that names none. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);

    private final PlanDraft state;
    private final Source source;

    /** Takes over a draft that has passed the rules and that nobody else holds. */
    DeploymentPlan(PlanDraft state) {
        this.state = state;
        this.source = Objects.requireNonNull(state.source, "source");
    }

    /**
     * Starts a plan.
     *
     * @param name the application's name: an RFC 1123 label of at most 40 characters, unique in its tenant
     * @return a builder; a wrong name is reported by its {@code build()} together with all other mistakes
     */
    public static DeploymentPlanBuilder named(String name) {
        return new DeploymentPlanBuilder(new PlanDraft(name));
    }

    /**
     * Starts a changed plan from this one.
     *
     * @return a new builder that would build a plan equal to this one
     */
    public DeploymentPlanBuilder toBuilder() {
        return new DeploymentPlanBuilder(state.copy());
    }

    /**
     * Returns the application's name.
     *
     * @return an RFC 1123 label of at most 40 characters
     */
    public String name() {
        return state.name;
    }

    /**
     * Returns the tenant that owns the application.
     *
     * @return an RFC 1123 label of at most 40 characters, {@value #DEFAULT_TENANT} unless stated
     */
    public String tenant() {
        return state.tenant;
    }

    /**
     * Returns what is deployed.
     *
     * @return the source
     */
    public Source source() {
        return source;
    }

    /**
     * Returns the stated language.
     *
     * @return a lower-case id, or empty to let the analysis decide
     */
    public Optional<String> language() {
        return Optional.ofNullable(state.language);
    }

    /**
     * Returns the stated framework.
     *
     * @return a lower-case id, or empty to let the analysis decide
     */
    public Optional<String> framework() {
        return Optional.ofNullable(state.framework);
    }

    /**
     * Returns the features stated beside those that the source speaks of.
     *
     * @return ids in the order given
     */
    public Set<String> features() {
        return Collections.unmodifiableSet(state.features);
    }

    /**
     * Returns the programmes that the placement must be eligible for.
     *
     * @return programmes in the order given
     */
    public Set<Programme> compliance() {
        return Collections.unmodifiableSet(state.compliance);
    }

    /**
     * Returns how sensitive the application's data is.
     *
     * @return the class, or empty if not stated
     */
    public Optional<DataClass> dataClass() {
        return Optional.ofNullable(state.dataClass);
    }

    /**
     * Returns the regions, or groups of regions, in which the application may run.
     *
     * @return lower-case ids in order of preference; empty means anywhere that the limits allow
     */
    public List<String> regions() {
        return List.copyOf(state.regions);
    }

    /**
     * Returns where data must stay.
     *
     * @return the residency, or empty if not stated
     */
    public Optional<Residency> residency() {
        return Optional.ofNullable(state.residency);
    }

    /**
     * Returns the expected load.
     *
     * @return the traffic, or empty if not stated
     */
    public Optional<Traffic> traffic() {
        return Optional.ofNullable(state.traffic);
    }

    /**
     * Returns the latency to stay below.
     *
     * @return the 95th percentile at the public URL, or empty if not stated
     */
    public Optional<Duration> latency() {
        return Optional.ofNullable(state.latency);
    }

    /**
     * Returns the most that a month may cost.
     *
     * @return the budget, a hard limit, or empty if not stated
     */
    public Optional<Money> monthlyBudget() {
        return Optional.ofNullable(state.monthlyBudget);
    }

    /**
     * Returns how much the security controls ask for.
     *
     * @return the level, {@link SecurityLevel#STANDARD} unless stated
     */
    public SecurityLevel securityLevel() {
        return state.securityLevel;
    }

    /**
     * Returns the providers that are preferred where several are allowed.
     *
     * @return provider ids in order of preference
     */
    public List<String> preferredProviders() {
        return List.copyOf(state.preferredProviders);
    }

    /**
     * Returns the providers that are never used.
     *
     * @return provider ids in the order given
     */
    public List<String> excludedProviders() {
        return List.copyOf(state.excludedProviders);
    }

    /**
     * Returns the objectives that monitoring watches.
     *
     * @return objectives in the order given
     */
    public List<Slo> slos() {
        return List.copyOf(state.slos);
    }

    /**
     * Returns the plain variables of the application's environment.
     *
     * @return values by name, in the order given
     */
    public Map<String, String> environment() {
        return Collections.unmodifiableMap(state.environment);
    }

    /**
     * Returns the variables that hold a secret.
     *
     * @return references by variable name, in the order given; no name stands in {@link #environment()} too
     */
    public Map<String, SecretRef> secrets() {
        return Collections.unmodifiableMap(state.secrets);
    }

    /**
     * Returns the backing services that exist already and that the application uses.
     *
     * @return references to their URLs, in the order of the enumeration; a service that is not bound is a file
     */
    public Map<BackingService, SecretRef> bindings() {
        return Collections.unmodifiableMap(state.bindings);
    }

    /**
     * Returns the port that the application listens on.
     *
     * @return 1 to 65535, or empty to let the source or the provider decide
     */
    public OptionalInt port() {
        return state.port;
    }

    /**
     * Returns the path that answers whether the application is healthy.
     *
     * @return an absolute URL path, {@value #DEFAULT_HEALTH_PATH} unless stated
     */
    public String healthPath() {
        return state.healthPath;
    }

    /**
     * Returns the command that starts the application.
     *
     * @return program and arguments; empty means the source's own
     */
    public List<String> command() {
        return List.copyOf(state.command);
    }

    /**
     * Returns what one replica may use.
     *
     * @return the resources, {@link Resources#unstated()} unless stated
     */
    public Resources resources() {
        return state.resources;
    }

    /**
     * Returns how many replicas run.
     *
     * @return at least 1, which is the default
     */
    public int replicas() {
        return state.replicas;
    }

    /**
     * Returns how many releases are kept.
     *
     * @return the retention, {@link Retention#standard()} unless stated
     */
    public Retention retention() {
        return state.retention;
    }

    /**
     * Returns the hard limits that the caller lifts.
     *
     * @return waivers in the order given, one a limit
     */
    public List<Waiver> waivers() {
        return List.copyOf(state.waivers);
    }

    /**
     * Returns the steps that must end PROVED although a deployment could be LIVE without.
     *
     * @return some of {@code BUILD}, {@code OBSERVE} and {@code SECURE}, in the order of the steps
     */
    public Set<StepName> requiredProofs() {
        return Collections.unmodifiableSet(state.requiredProofs);
    }

    /**
     * Returns the time within which a deployment must end.
     *
     * @return a positive time of at most 24 hours, 5 minutes unless stated
     */
    public Duration deadline() {
        return state.deadline;
    }

    /**
     * Returns how long a run waits for somebody's approval of its placement before its first effect.
     *
     * @return a positive time of at most 30 days, or empty if no approval is needed
     */
    public Optional<Duration> approval() {
        return Optional.ofNullable(state.approval);
    }

    /** Tells whether another plan says the same in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DeploymentPlan plan && fields().equals(plan.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    /** Returns every stated field in a fixed order, of the environment and the command only names and length. */
    @Override
    public String toString() {
        Map<String, Object> shown = fields();
        shown.replace("environment", List.copyOf(state.environment.keySet()));
        shown.replace("command", state.command.size() + " words");
        shown.values().removeIf(value -> value.equals(Map.of()) || isAbsent(value));
        return "DeploymentPlan" + shown;
    }

    private static boolean isAbsent(Object value) {
        return value.equals(Optional.empty()) || value.equals(OptionalInt.empty()) || value.equals(List.of());
    }

    /** Every field by name, sets and maps as lists: their own equality would overlook a changed order. */
    private Map<String, Object> fields() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name());
        all.put("tenant", tenant());
        all.put("source", source);
        all.put("language", language());
        all.put("framework", framework());
        all.put("features", List.copyOf(state.features));
        all.put("compliance", List.copyOf(state.compliance));
        all.put("dataClass", dataClass());
        all.put("regions", regions());
        all.put("residency", residency());
        all.put("traffic", traffic());
        all.put("latency", latency());
        all.put("monthlyBudget", monthlyBudget());
        all.put("securityLevel", securityLevel());
        all.put("preferredProviders", preferredProviders());
        all.put("excludedProviders", excludedProviders());
        all.put("slos", slos());
        all.put("environment", List.copyOf(state.environment.entrySet()));
        all.put("secrets", List.copyOf(state.secrets.entrySet()));
        all.put("bindings", bindings());
        all.put("port", port());
        all.put("healthPath", healthPath());
        all.put("command", command());
        all.put("resources", resources());
        all.put("replicas", replicas());
        all.put("retention", retention());
        all.put("waivers", waivers());
        all.put("requiredProofs", List.copyOf(state.requiredProofs));
        all.put("deadline", deadline());
        all.put("approval", approval());
        return all;
    }
}
