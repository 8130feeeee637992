package io.quantumlayer.core.internal.plan;

import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Slo;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.plan.Waiver;
import io.quantumlayer.api.run.StepName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a plan as its document form: maps, lists, texts and numbers in a fixed order. Fields that have a default are
 * always written, so that a stored plan keeps its meaning should a default change; empty ones are left out.
 */
public final class PlanWriter {
    private final Map<String, Object> spec = new LinkedHashMap<>();
    private final DeploymentPlan plan;

    private PlanWriter(DeploymentPlan plan) {
        this.plan = plan;
    }

    /**
     * Returns the document form.
     *
     * @param plan the plan
     * @return a new map
     */
    public static Map<String, Object> document(DeploymentPlan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(PlanSyntax.API_VERSION, PlanReader.VERSION);
        document.put(PlanSyntax.KIND, PlanReader.KIND);
        document.put(PlanSyntax.METADATA, fields("name", plan.name(), "tenant", plan.tenant()));
        document.put(PlanSyntax.SPEC, new PlanWriter(plan).spec());
        return document;
    }

    private Map<String, Object> spec() {
        workload();
        placement();
        process();
        promises();
        return spec;
    }

    private void workload() {
        put("source", source(plan.source()));
        put("language", plan.language());
        put("framework", plan.framework());
        put("features", plan.features());
        put("compliance", plan.compliance().stream().map(Programme::id).toList());
        put("dataClass", plan.dataClass().map(Enum::name));
    }

    private void placement() {
        put("regions", plan.regions());
        put("residency", plan.residency().map(Object::toString));
        put("traffic", plan.traffic().map(traffic -> fields("requestsPerSecond", traffic.requestsPerSecond())));
        put("latency", plan.latency().map(Object::toString));
        put("monthlyBudget", plan.monthlyBudget().map(Object::toString));
        put("securityLevel", plan.securityLevel().name());
        put("preferredProviders", plan.preferredProviders());
        put("excludedProviders", plan.excludedProviders());
        put("slos", plan.slos().stream().map(PlanWriter::slo).toList());
    }

    private void process() {
        put("environment", plan.environment());
        Map<String, Object> secrets = new LinkedHashMap<>();
        plan.secrets().forEach((name, reference) -> secrets.put(name, reference.toString()));
        put("secrets", secrets);
        Map<String, Object> bindings = new LinkedHashMap<>();
        plan.bindings().forEach((service, url) -> bindings.put(service.id(), url.toString()));
        put("bindings", bindings);
        plan.port().ifPresent(port -> put("port", port));
        put("healthPath", plan.healthPath());
        put("command", plan.command());
        put(
                "resources",
                fields(
                        "cpu", plan.resources().cpu().map(CpuMillis::toString),
                        "memory", plan.resources().memory().map(Memory::toString)));
        put("replicas", plan.replicas());
    }

    private void promises() {
        put(
                "retention",
                fields(
                        "releases", plan.retention().releases(),
                        "maxAge", plan.retention().maxAge().map(Object::toString)));
        put("waivers", plan.waivers().stream().map(PlanWriter::waiver).toList());
        put("requiredProofs", plan.requiredProofs().stream().map(StepName::name).toList());
        put("deadline", plan.deadline().toString());
        put("approval", plan.approval().map(Object::toString));
    }

    private void put(String name, Object value) {
        add(spec, name, value);
    }

    private static Map<String, Object> source(Source source) {
        if (source instanceof Source.Requirement requirement) {
            return fields("requirement", requirement.text());
        }
        if (source instanceof Source.SourceDirectory directory) {
            return fields("sourceDirectory", directory.path());
        }
        if (source instanceof Source.ContainerImage image) {
            return fields("image", image.reference());
        }
        return fields("staticSite", ((Source.StaticSite) source).path());
    }

    private static Map<String, Object> slo(Slo slo) {
        Map<String, Object> fields = fields("indicator", slo.indicator().name(), "target", slo.target());
        add(fields, "threshold", slo.threshold().map(Object::toString));
        add(fields, "window", slo.window().toString());
        return fields;
    }

    private static Map<String, Object> waiver(Waiver waiver) {
        return fields("limit", waiver.limit(), "reason", waiver.reason());
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            add(fields, namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return fields;
    }

    private static void add(Map<String, Object> fields, String name, Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain != null && !isEmpty(plain)) {
            fields.put(name, plain);
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof Collection<?> items && items.isEmpty();
    }
}
