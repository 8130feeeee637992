package io.quantumlayer.core.internal.plan;

import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.Resources;
import io.quantumlayer.api.plan.Retention;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Slo;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.api.plan.Waiver;
import io.quantumlayer.api.run.StepName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the section {@code spec}: one entry a field, which takes the field's node to the builder. */
final class SpecReader {
    private static final String PREFIX = PlanSyntax.SPEC + ".";
    private static final List<String> SOURCES = List.of("requirement", "sourceDirectory", "image", "staticSite");
    private static final Duration DEFAULT_WINDOW = Duration.ofDays(30);

    private final Map<String, Consumer<Node>> fields = new LinkedHashMap<>();
    private final Problems problems;
    private final Values values;
    private final DeploymentPlanBuilder plan;

    SpecReader(Problems problems, DeploymentPlanBuilder plan) {
        this.problems = problems;
        this.values = new Values(problems);
        this.plan = plan;
        workload();
        placement();
        process();
        promises();
    }

    /** Returns the names of all fields, in the order in which they are written. */
    Set<String> names() {
        return fields.keySet();
    }

    void read(Node spec) {
        Map<String, Node> given = values.mapping(PlanSyntax.SPEC, spec, names());
        if (!given.containsKey("source") && spec.type() == Node.Type.MAPPING) {
            problems.add(PREFIX + "source", "be given", "", "choose from " + String.join(", ", SOURCES));
        }
        given.forEach((name, node) -> {
            Consumer<Node> reader = fields.get(name);
            if (reader != null) {
                reader.accept(node);
            }
        });
    }

    private void workload() {
        field("source", this::source, plan::source);
        field("language", values::text, plan::language);
        field("framework", values::text, plan::framework);
        set("features", values::text, list -> plan.features(list.toArray(new String[0])));
        set("compliance", text(Programme::of), list -> plan.compliance(list.toArray(new Programme[0])));
        field("dataClass", constant(DataClass.values()), plan::dataClass);
    }

    private void placement() {
        list("regions", values::text, list -> plan.region(list.toArray(new String[0])));
        field("residency", text(Residency::new), plan::residency);
        field("traffic", this::traffic, plan::traffic);
        field("latency", values::duration, plan::latency);
        field("monthlyBudget", text(SpecReader::money), plan::monthlyBudget);
        field("securityLevel", constant(SecurityLevel.values()), plan::securityLevel);
        list("preferredProviders", values::text, list -> plan.preferProvider(list.toArray(new String[0])));
        list("excludedProviders", values::text, list -> plan.excludeProvider(list.toArray(new String[0])));
        list("slos", this::slo, list -> plan.slo(list.toArray(new Slo[0])));
    }

    private void process() {
        map("environment", values::variable, plan::environment);
        map("secrets", text(SecretRef::parse), plan::secret);
        fields.put("bindings", node -> bindings(PREFIX + "bindings", node));
        field("port", values::whole, plan::port);
        field("healthPath", values::text, plan::healthPath);
        list("command", values::text, list -> plan.command(list.toArray(new String[0])));
        field("resources", this::resources, plan::resources);
        field("replicas", values::whole, plan::replicas);
    }

    private void promises() {
        field("retention", this::retention, plan::retention);
        list("waivers", this::waiver, list -> list.forEach(waiver -> plan.waive(waiver.limit(), waiver.reason())));
        Values.Item<StepName> step = (path, node) -> values.constant(path, node, StepName.values(), Enum::name);
        set("requiredProofs", step, list -> plan.requireProof(list.toArray(new StepName[0])));
        field("deadline", values::duration, plan::deadline);
        field("approval", values::duration, plan::approval);
    }

    private <T> void field(String name, Values.Item<T> reader, Consumer<T> setter) {
        fields.put(name, node -> reader.read(PREFIX + name, node).ifPresent(setter));
    }

    private <T> void list(String name, Values.Item<T> reader, Consumer<List<T>> setter) {
        fields.put(name, node -> setter.accept(values.list(PREFIX + name, node, reader)));
    }

    private <T> void set(String name, Values.Item<T> reader, Consumer<List<T>> setter) {
        fields.put(name, node -> setter.accept(values.set(PREFIX + name, node, reader)));
    }

    private <T> void map(String name, Values.Item<T> reader, BiConsumer<String, T> setter) {
        fields.put(
                name,
                node -> values.mapping(PREFIX + name, node)
                        .forEach((key, value) -> reader.read(PlanSyntax.child(PREFIX + name, key), value)
                                .ifPresent(read -> setter.accept(key, read))));
    }

    private void bindings(String path, Node node) {
        Part part = new Part(path, node, BackingService.ids());
        for (BackingService service : BackingService.values()) {
            part.optional(service.id(), text(SecretRef::parse)).ifPresent(url -> plan.binding(service, url));
        }
    }

    private <T> Values.Item<T> text(Function<String, T> parse) {
        return (path, node) -> values.text(path, node).flatMap(text -> problems.attempt(path, () -> parse.apply(text)));
    }

    private <E extends Enum<E>> Values.Item<E> constant(E[] constants) {
        return (path, node) -> values.constant(path, node, constants, Enum::name);
    }

    private Optional<Source> source(String path, Node node) {
        Map<String, Node> given = values.mapping(path, node, SOURCES);
        if (given.size() != 1) {
            problems.add(path, "name exactly one source", "", "choose from " + String.join(", ", SOURCES));
            return Optional.empty();
        }
        Map.Entry<String, Node> only = given.entrySet().iterator().next();
        Values.Item<Source> reader = text(text -> source(only.getKey(), text));
        return reader.read(PlanSyntax.child(path, only.getKey()), only.getValue());
    }

    private static Source source(String kind, String text) {
        return switch (kind) {
            case "requirement" -> new Source.Requirement(text);
            case "sourceDirectory" -> new Source.SourceDirectory(text);
            case "image" -> new Source.ContainerImage(text);
            default -> new Source.StaticSite(text);
        };
    }

    private Optional<Traffic> traffic(String path, Node node) {
        Part part = new Part(path, node, List.of("requestsPerSecond"));
        return part.required("requestsPerSecond", values::decimal)
                .flatMap(number -> problems.attempt(path + ".requestsPerSecond", () -> new Traffic(number)));
    }

    private Optional<Slo> slo(String path, Node node) {
        Part part = new Part(path, node, List.of("indicator", "target", "threshold", "window"));
        Optional<Slo.Indicator> indicator = part.required("indicator", constant(Slo.Indicator.values()));
        Optional<BigDecimal> target = part.required("target", values::decimal);
        Optional<Duration> threshold = part.optional("threshold", values::duration);
        Duration window = part.optional("window", values::duration).orElse(DEFAULT_WINDOW);
        return indicator.flatMap(what ->
                target.flatMap(share -> problems.attempt(path, () -> new Slo(what, share, threshold, window))));
    }

    private Optional<Resources> resources(String path, Node node) {
        Part part = new Part(path, node, List.of("cpu", "memory"));
        return Optional.of(new Resources(
                part.optional("cpu", text(CpuMillis::parse)), part.optional("memory", text(Memory::parse))));
    }

    private Optional<Retention> retention(String path, Node node) {
        Part part = new Part(path, node, List.of("releases", "maxAge"));
        int releases = part.optional("releases", values::whole)
                .orElse(Retention.standard().releases());
        Optional<Duration> age = part.optional("maxAge", values::duration);
        return problems.attempt(path, () -> new Retention(releases, age));
    }

    private Optional<Waiver> waiver(String path, Node node) {
        Part part = new Part(path, node, List.of("limit", "reason"));
        Optional<String> limit = part.required("limit", values::text);
        Optional<String> reason = part.required("reason", values::text);
        return limit.flatMap(name -> reason.flatMap(why -> problems.attempt(path, () -> new Waiver(name, why))));
    }

    static Money money(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2 || text.length() > 2 * Money.MAX_DIGITS + 5 || !parts[0].matches("[0-9]+(\\.[0-9]+)?")) {
            throw new InvalidValueException("be an amount and a currency", text, "write it like 50 USD");
        }
        return Money.of(new BigDecimal(parts[0]), parts[1]);
    }

    /** A mapping with fields of its own. */
    private final class Part {
        private final String path;
        private final Node node;
        private final Map<String, Node> given;

        Part(String path, Node node, List<String> known) {
            this.path = path;
            this.node = node;
            this.given = values.mapping(path, node, known);
        }

        <T> Optional<T> optional(String name, Values.Item<T> reader) {
            Node value = given.get(name);
            return value == null ? Optional.empty() : reader.read(PlanSyntax.child(path, name), value);
        }

        <T> Optional<T> required(String name, Values.Item<T> reader) {
            if (!given.containsKey(name) && node.type() == Node.Type.MAPPING) {
                problems.add(PlanSyntax.child(path, name), "be given", "", "");
            }
            return optional(name, reader);
        }
    }
}
