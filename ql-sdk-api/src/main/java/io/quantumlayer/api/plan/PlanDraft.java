package io.quantumlayer.api.plan;

import io.quantumlayer.api.run.StepName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The mutable fields of a plan that is being written, wrong values included; a plan holds a draft nobody changes. */
final class PlanDraft {
    final String name;
    final Set<String> features = new LinkedHashSet<>();
    final Set<Programme> compliance = new LinkedHashSet<>();
    final List<String> regions = new ArrayList<>();
    final List<String> preferredProviders = new ArrayList<>();
    final List<String> excludedProviders = new ArrayList<>();
    final List<Slo> slos = new ArrayList<>();
    final Map<String, String> environment = new LinkedHashMap<>();
    final Map<String, SecretRef> secrets = new LinkedHashMap<>();
    final Map<BackingService, SecretRef> bindings = new EnumMap<>(BackingService.class);
    final List<String> command = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    final List<Violation> refusedWaivers = new ArrayList<>();
    final Set<StepName> requiredProofs = EnumSet.noneOf(StepName.class);

    String tenant = DeploymentPlan.DEFAULT_TENANT;

    @Nullable
    Source source;

    @Nullable
    Violation refusedSource;

    @Nullable
    String language;

    @Nullable
    String framework;

    @Nullable
    DataClass dataClass;

    @Nullable
    Residency residency;

    @Nullable
    Traffic traffic;

    @Nullable
    Duration latency;

    @Nullable
    Money monthlyBudget;

    SecurityLevel securityLevel = SecurityLevel.STANDARD;
    OptionalInt port = OptionalInt.empty();
    String healthPath = DeploymentPlan.DEFAULT_HEALTH_PATH;
    Resources resources = Resources.unstated();
    int replicas = 1;
    Retention retention = Retention.standard();
    Duration deadline = DeploymentPlan.DEFAULT_DEADLINE;

    @Nullable
    Duration approval;

    PlanDraft(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /** Sets the source, or remembers why it was refused: the last call decides which of both a plan sees. */
    void source(String path, Supplier<Source> given) {
        source = null;
        refusedSource = null;
        try {
            source = given.get();
        } catch (InvalidValueException refusal) {
            refusedSource = refusal.at(path);
        }
    }

    void waive(String limit, String reason) {
        try {
            waivers.add(new Waiver(limit, reason));
        } catch (InvalidValueException refusal) {
            refusedWaivers.add(refusal.at("waivers"));
        }
    }

    PlanDraft copy() {
        PlanDraft copy = new PlanDraft(name);
        copy.features.addAll(features);
        copy.compliance.addAll(compliance);
        copy.regions.addAll(regions);
        copy.preferredProviders.addAll(preferredProviders);
        copy.excludedProviders.addAll(excludedProviders);
        copy.slos.addAll(slos);
        copy.environment.putAll(environment);
        copy.secrets.putAll(secrets);
        copy.bindings.putAll(bindings);
        copy.command.addAll(command);
        copy.waivers.addAll(waivers);
        copy.refusedWaivers.addAll(refusedWaivers);
        copy.requiredProofs.addAll(requiredProofs);
        copy.tenant = tenant;
        copy.source = source;
        copy.refusedSource = refusedSource;
        copy.language = language;
        copy.framework = framework;
        copy.dataClass = dataClass;
        copy.residency = residency;
        copy.traffic = traffic;
        copy.latency = latency;
        copy.monthlyBudget = monthlyBudget;
        copy.securityLevel = securityLevel;
        copy.port = port;
        copy.healthPath = healthPath;
        copy.resources = resources;
        copy.replicas = replicas;
        copy.retention = retention;
        copy.deadline = deadline;
        copy.approval = approval;
        return copy;
    }
}
