package io.quantumlayer.core.internal.plan;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DataClass;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.api.spi.analyzer.LanguageModel;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a language model proposes from its JSON form and reports every mistake at once; one use. */
public final class ProposalReader {
    /** The kind that every proposal states. */
    public static final String KIND = "ProposedSpec";

    private static final List<String> SECTIONS = List.of(PlanSyntax.API_VERSION, PlanSyntax.KIND, PlanSyntax.SPEC);
    private static final String PREFIX = PlanSyntax.SPEC + ".";
    private static final String WORDS = "words";
    private static final String VALUE = "value";
    private static final String ID = "id";
    private static final String WANTED = "wanted";
    private static final Pattern ID_FORM = Pattern.compile("[a-z][a-z0-9_.+#-]{0,62}");

    private final Problems problems = new Problems();
    private final Values values = new Values(problems);
    private final Map<String, Consumer<Node>> fields = new LinkedHashMap<>();
    private final Set<Object> seen = new HashSet<>();
    private final AppSpecBuilder spec = AppSpec.ofKind(Trait.defaulted(AppKind.API));

    ProposalReader() {
        one("kind", constant(AppKind.values()), spec::kind);
        one("language", text(ProposalReader::id), spec::language);
        one("framework", text(ProposalReader::id), spec::framework);
        one("entity", text(ProposalReader::id), spec::entity);
        fields.put("features", node -> items("features", node, this::feature));
        fields.put("compliance", node -> items("compliance", node, this::programme));
        one("dataClass", constant(DataClass.values()), spec::dataClass);
        one("securityLevel", constant(SecurityLevel.values()), spec::securityLevel);
        many("regions", spec::addRegion);
        one("residency", text(Residency::new), spec::residency);
        many("preferredProviders", spec::addPreferredProvider);
        many("excludedProviders", spec::addExcludedProvider);
        one("requestsPerSecond", this::traffic, spec::traffic);
        one("latency", values::duration, spec::latency);
        one("availability", values::decimal, spec::availability);
        one("duration", values::duration, spec::duration);
        one("memory", text(Memory::parse), spec::memory);
        one("gpu", values::truth, spec::gpu);
        one("monthlyBudget", text(SpecReader::money), spec::budget);
    }

    /**
     * Reads an answer.
     *
     * @param text the model's text
     * @return the proposal
     * @throws InvalidPlanException naming every mistake
     */
    public static AppSpec read(String text) {
        return new ProposalReader().proposal(text);
    }

    /** Returns the names of all fields, in the order of the schema. */
    Set<String> names() {
        return fields.keySet();
    }

    private AppSpec proposal(String text) {
        if (text.length() > LanguageModel.MAX_ANSWER) {
            problems.add(PlanSyntax.FILE, "be at most " + LanguageModel.MAX_ANSWER + " characters", "", "say less");
            throw problems.refusal();
        }
        if (!text.stripLeading().startsWith("{")) {
            problems.add(PlanSyntax.FILE, "be one JSON object", "", "write nothing before it and nothing after it");
            throw problems.refusal();
        }
        Map<String, Node> sections = values.mapping("", JsonTree.of(text, problems), SECTIONS);
        Heading.check(sections, KIND, problems);
        Node node = sections.get(PlanSyntax.SPEC);
        if (node == null) {
            problems.add(PlanSyntax.SPEC, "be given", "", "say what is proposed, or {} for nothing");
            throw problems.refusal();
        }
        values.mapping(PlanSyntax.SPEC, node, names()).forEach((name, given) -> {
            Consumer<Node> reader = fields.get(name);
            if (reader != null) {
                reader.accept(given);
            }
        });
        if (!problems.isEmpty()) {
            throw problems.refusal();
        }
        return spec.build();
    }

    private <T> void one(String name, Values.Item<T> reader, Consumer<Trait<T>> setter) {
        fields.put(
                name,
                node -> trait(PREFIX + name, node, new Shape<>(VALUE, reader, List.of()))
                        .ifPresent(setter));
    }

    private void many(String name, Consumer<Trait<String>> adder) {
        Shape<String> shape = new Shape<>(ID, text(ProposalReader::id), List.of());
        fields.put(
                name,
                node -> items(
                        name, node, (path, item) -> trait(path, item, shape).ifPresent(adder)));
    }

    private void items(String name, Node node, BiConsumer<String, Node> reader) {
        String path = PREFIX + name;
        if (node instanceof Node.Items items && items.items().size() > RequirementAnalyzer.MAX_ITEMS) {
            problems.add(path, "have at most " + RequirementAnalyzer.MAX_ITEMS + " items", "", "leave some out");
            return;
        }
        values.list(path, node, (place, item) -> {
            reader.accept(place, item);
            return Optional.empty();
        });
    }

    private void feature(String path, Node node) {
        Optional<Trait<String>> id = trait(path, node, new Shape<>(ID, text(ProposalReader::id), List.of(WANTED)));
        boolean wanted = Optional.ofNullable(values.mapping(path, node).get(WANTED))
                .flatMap(given -> values.truth(PlanSyntax.child(path, WANTED), given))
                .orElse(true);
        id.filter(found -> isFirst(path, found.value()))
                .ifPresent(found -> spec.feature(found.value(), new Trait<>(wanted, Origin.PROPOSED, found.words())));
    }

    private void programme(String path, Node node) {
        trait(path, node, new Shape<>(ID, text(Programme::of), List.of()))
                .filter(found -> isFirst(path, found.value()))
                .ifPresent(found -> spec.compliance(found.value(), new Trait<>(true, Origin.PROPOSED, found.words())));
    }

    private boolean isFirst(String path, Object id) {
        boolean first = seen.add(id);
        if (!first) {
            problems.add(path, "stand once", id.toString(), "remove the repetition");
        }
        return first;
    }

    /**
     * How a proposal is written.
     *
     * @param key the field of its value
     * @param reader reads the value
     * @param further other fields it may have
     * @param <T> the value's type
     */
    private record Shape<T>(String key, Values.Item<T> reader, List<String> further) {
        List<String> names() {
            return Stream.concat(Stream.of(key, WORDS), further.stream()).toList();
        }
    }

    private <T> Optional<Trait<T>> trait(String path, Node node, Shape<T> shape) {
        Map<String, Node> given = values.mapping(path, node, shape.names());
        if (node.type() != Node.Type.MAPPING) {
            return Optional.empty();
        }
        Optional<T> value = required(path, given, shape.key())
                .flatMap(part -> shape.reader().read(PlanSyntax.child(path, shape.key()), part));
        Optional<List<String>> words =
                required(path, given, WORDS).flatMap(part -> words(PlanSyntax.child(path, WORDS), part));
        return value.flatMap(known -> words.map(quoted -> new Trait<>(known, Origin.PROPOSED, quoted)));
    }

    private Optional<Node> required(String path, Map<String, Node> given, String name) {
        if (!given.containsKey(name)) {
            problems.add(PlanSyntax.child(path, name), "be given", "", "");
        }
        return Optional.ofNullable(given.get(name));
    }

    private Optional<List<String>> words(String path, Node node) {
        List<String> words = values.list(path, node, this::quotation);
        boolean few = !words.isEmpty() && words.size() <= RequirementAnalyzer.MAX_QUOTATIONS;
        if (!few && node.type() == Node.Type.LIST) {
            problems.add(
                    path, "have 1 to " + RequirementAnalyzer.MAX_QUOTATIONS + " quotations", "", "quote the sentence");
        }
        return few ? Optional.of(words) : Optional.empty();
    }

    private Optional<String> quotation(String path, Node node) {
        Optional<String> words = values.text(path, node);
        boolean fits = words.filter(text -> text.isBlank() || text.length() > RequirementAnalyzer.MAX_QUOTATION)
                .isEmpty();
        if (!fits) {
            problems.add(
                    path, "be a text of 1 to " + RequirementAnalyzer.MAX_QUOTATION + " characters", "", "quote less");
        }
        return fits ? words : Optional.empty();
    }

    private Optional<Traffic> traffic(String path, Node node) {
        return values.decimal(path, node).flatMap(number -> problems.attempt(path, () -> new Traffic(number)));
    }

    private <T> Values.Item<T> text(Function<String, T> parse) {
        return (path, node) -> values.text(path, node).flatMap(text -> problems.attempt(path, () -> parse.apply(text)));
    }

    private <E extends Enum<E>> Values.Item<E> constant(E[] constants) {
        return (path, node) -> values.constant(path, node, constants, Enum::name);
    }

    private static String id(String text) {
        if (!ID_FORM.matcher(text).matches()) {
            throw new InvalidValueException("be a lower-case id of at most 63 characters", text, "write it like java");
        }
        return text;
    }
}
