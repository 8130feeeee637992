package io.quantumlayer.api.plan;

import io.quantumlayer.api.run.StepName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Collects what a {@link DeploymentPlan} says; {@link #build()} judges it and reports every mistake at once. A bare
 * noun sets and replaces, a verb appends; of the four that name a source the last call counts. For one thread.
 */
public final class DeploymentPlanBuilder {
    private final PlanDraft draft;

    DeploymentPlanBuilder(PlanDraft draft) {
        this.draft = draft;
    }

    /**
     * Sets the tenant that owns the application.
     *
     * @param tenant an RFC 1123 label of at most 40 characters; default {@value DeploymentPlan#DEFAULT_TENANT}
     * @return this builder
     */
    public DeploymentPlanBuilder tenant(String tenant) {
        draft.tenant = Objects.requireNonNull(tenant, "tenant");
        return this;
    }

    /**
     * Sets a requirement in plain language as the source.
     *
     * @param text the sentence, at most {@value Source.Requirement#MAX_LENGTH} characters
     * @return this builder
     */
    public DeploymentPlanBuilder requirement(String text) {
        return source("source.requirement", () -> new Source.Requirement(text));
    }

    /**
     * Sets a directory of source code as the source.
     *
     * @param directory the directory; kept as text, exactly as written
     * @return this builder
     */
    public DeploymentPlanBuilder sourceDirectory(Path directory) {
        return source("source.sourceDirectory", () -> new Source.SourceDirectory(directory.toString()));
    }

    /**
     * Sets a container image as the source.
     *
     * @param reference the image reference
     * @return this builder
     */
    public DeploymentPlanBuilder image(String reference) {
        return source("source.image", () -> new Source.ContainerImage(reference));
    }

    /**
     * Sets a directory of files served as they are as the source.
     *
     * @param directory the directory; kept as text, exactly as written
     * @return this builder
     */
    public DeploymentPlanBuilder staticSite(Path directory) {
        return source("source.staticSite", () -> new Source.StaticSite(directory.toString()));
    }

    /**
     * Sets the source.
     *
     * @param source any source
     * @return this builder
     */
    public DeploymentPlanBuilder source(Source source) {
        return source("source", () -> Objects.requireNonNull(source, "source"));
    }

    /**
     * Sets the language.
     *
     * @param language a lower-case id, as {@code java}; default: the analysis decides
     * @return this builder
     */
    public DeploymentPlanBuilder language(String language) {
        draft.language = Objects.requireNonNull(language, "language");
        return this;
    }

    /**
     * Sets the framework.
     *
     * @param framework a lower-case id, as {@code spring-boot}; default: the analysis decides
     * @return this builder
     */
    public DeploymentPlanBuilder framework(String framework) {
        draft.framework = Objects.requireNonNull(framework, "framework");
        return this;
    }

    /**
     * Sets the features.
     *
     * @param features ids of lower-case letters, digits and underscores; default none
     * @return this builder
     */
    public DeploymentPlanBuilder features(String... features) {
        return replace(draft.features, List.of(features));
    }

    /**
     * Sets the compliance programmes.
     *
     * @param programmes programmes that the placement must be eligible for; default none
     * @return this builder
     */
    public DeploymentPlanBuilder compliance(Programme... programmes) {
        return replace(draft.compliance, List.of(programmes));
    }

    /**
     * Sets how sensitive the data is.
     *
     * @param dataClass the class; default: not stated
     * @return this builder
     */
    public DeploymentPlanBuilder dataClass(DataClass dataClass) {
        draft.dataClass = Objects.requireNonNull(dataClass, "dataClass");
        return this;
    }

    /**
     * Sets the regions.
     *
     * @param regions regions or groups of regions in order of preference, each once; default: anywhere
     * @return this builder
     */
    public DeploymentPlanBuilder region(String... regions) {
        return replace(draft.regions, List.of(regions));
    }

    /**
     * Sets where data must stay.
     *
     * @param residency the residency, a hard limit; default: not stated
     * @return this builder
     */
    public DeploymentPlanBuilder residency(Residency residency) {
        draft.residency = Objects.requireNonNull(residency, "residency");
        return this;
    }

    /**
     * Sets the expected load.
     *
     * @param traffic the traffic; default: not stated
     * @return this builder
     */
    public DeploymentPlanBuilder traffic(Traffic traffic) {
        draft.traffic = Objects.requireNonNull(traffic, "traffic");
        return this;
    }

    /**
     * Sets the latency to stay below.
     *
     * @param percentile95 the 95th percentile at the public URL, positive; default: not stated
     * @return this builder
     */
    public DeploymentPlanBuilder latency(Duration percentile95) {
        draft.latency = Objects.requireNonNull(percentile95, "latency");
        return this;
    }

    /**
     * Sets the most that a month may cost.
     *
     * @param budget the budget, a hard limit; default: not stated
     * @return this builder
     */
    public DeploymentPlanBuilder monthlyBudget(Money budget) {
        draft.monthlyBudget = Objects.requireNonNull(budget, "monthlyBudget");
        return this;
    }

    /**
     * Sets how much the security controls ask for.
     *
     * @param level the level; default {@link SecurityLevel#STANDARD}
     * @return this builder
     */
    public DeploymentPlanBuilder securityLevel(SecurityLevel level) {
        draft.securityLevel = Objects.requireNonNull(level, "securityLevel");
        return this;
    }

    /**
     * Appends preferred providers.
     *
     * @param providers provider ids in order of preference, each once
     * @return this builder
     */
    public DeploymentPlanBuilder preferProvider(String... providers) {
        draft.preferredProviders.addAll(List.of(providers));
        return this;
    }

    /**
     * Appends providers that are never used.
     *
     * @param providers provider ids, each once and none of them preferred
     * @return this builder
     */
    public DeploymentPlanBuilder excludeProvider(String... providers) {
        draft.excludedProviders.addAll(List.of(providers));
        return this;
    }

    /**
     * Sets the objectives.
     *
     * @param slos objectives that monitoring watches; default none
     * @return this builder
     */
    public DeploymentPlanBuilder slo(Slo... slos) {
        return replace(draft.slos, List.of(slos));
    }

    /**
     * Sets one plain variable of the application's environment.
     *
     * @param name the variable's name
     * @param value its value; never a secret, which {@link #secret} refers to
     * @return this builder
     */
    public DeploymentPlanBuilder environment(String name, String value) {
        draft.environment.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Sets one variable that holds a secret.
     *
     * @param name the variable's name, not used in {@link #environment} too
     * @param reference where the secret is found
     * @return this builder
     */
    public DeploymentPlanBuilder secret(String name, SecretRef reference) {
        draft.secrets.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(reference, "reference"));
        return this;
    }

    /**
     * Binds the application to a backing service that exists already.
     *
     * @param service what it is; default: a file where the generated application keeps one
     * @param url where the secret is found that holds the service's URL
     * @return this builder
     */
    public DeploymentPlanBuilder binding(BackingService service, SecretRef url) {
        draft.bindings.put(Objects.requireNonNull(service, "service"), Objects.requireNonNull(url, "url"));
        return this;
    }

    /**
     * Sets the port that the application listens on.
     *
     * @param port 1 to 65535; default: the source or the provider decides
     * @return this builder
     */
    public DeploymentPlanBuilder port(int port) {
        draft.port = OptionalInt.of(port);
        return this;
    }

    /**
     * Sets the path that answers whether the application is healthy.
     *
     * @param path an absolute URL path without query; default {@value DeploymentPlan#DEFAULT_HEALTH_PATH}
     * @return this builder
     */
    public DeploymentPlanBuilder healthPath(String path) {
        draft.healthPath = Objects.requireNonNull(path, "healthPath");
        return this;
    }

    /**
     * Sets the command that starts the application.
     *
     * @param words program and arguments, not read by any shell; default: the source's own
     * @return this builder
     */
    public DeploymentPlanBuilder command(String... words) {
        return replace(draft.command, List.of(words));
    }

    /**
     * Sets what one replica may use.
     *
     * @param resources the resources; default {@link Resources#unstated()}
     * @return this builder
     */
    public DeploymentPlanBuilder resources(Resources resources) {
        draft.resources = Objects.requireNonNull(resources, "resources");
        return this;
    }

    /**
     * Sets how many replicas run.
     *
     * @param replicas 1 to 1,000; default 1
     * @return this builder
     */
    public DeploymentPlanBuilder replicas(int replicas) {
        draft.replicas = replicas;
        return this;
    }

    /**
     * Sets how many releases are kept.
     *
     * @param retention the retention; default {@link Retention#standard()}
     * @return this builder
     */
    public DeploymentPlanBuilder retention(Retention retention) {
        draft.retention = Objects.requireNonNull(retention, "retention");
        return this;
    }

    /**
     * Lifts a hard limit by name.
     *
     * @param limit the limit's name, each once
     * @param reason why it does not hold here, at most {@value Waiver#MAX_REASON} characters
     * @return this builder
     */
    public DeploymentPlanBuilder waive(String limit, String reason) {
        draft.waive(Objects.requireNonNull(limit, "limit"), Objects.requireNonNull(reason, "reason"));
        return this;
    }

    /**
     * Appends steps that must end PROVED although a deployment could be LIVE without.
     *
     * @param steps any of {@code BUILD}, {@code OBSERVE} and {@code SECURE}
     * @return this builder
     */
    public DeploymentPlanBuilder requireProof(StepName... steps) {
        draft.requiredProofs.addAll(List.of(steps));
        return this;
    }

    /**
     * Sets the time within which a deployment must end.
     *
     * @param deadline a positive time of at most 24 hours; default 5 minutes
     * @return this builder
     */
    public DeploymentPlanBuilder deadline(Duration deadline) {
        draft.deadline = Objects.requireNonNull(deadline, "deadline");
        return this;
    }

    /**
     * Makes a run wait for approval of its placement before its first effect; that time does not count as its own.
     *
     * @param limit how long it waits before it fails, at most 30 days
     * @return this builder
     */
    public DeploymentPlanBuilder approval(Duration limit) {
        draft.approval = Objects.requireNonNull(limit, "approval");
        return this;
    }

    /**
     * Builds the plan; may be called again after further changes.
     *
     * @return a plan that passed every rule
     * @throws InvalidPlanException with every mistake
     */
    public DeploymentPlan build() {
        return new DeploymentPlan(PlanRules.judged(draft.copy()));
    }

    private DeploymentPlanBuilder source(String path, Supplier<Source> source) {
        draft.source(path, source);
        return this;
    }

    private <T> DeploymentPlanBuilder replace(Collection<T> target, List<T> values) {
        target.clear();
        target.addAll(values);
        return this;
    }
}
