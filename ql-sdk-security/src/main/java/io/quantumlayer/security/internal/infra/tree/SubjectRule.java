package io.quantumlayer.security.internal.infra.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.infra.rule.InfraRules;
import io.quantumlayer.security.internal.infra.rule.Verdict;
import io.quantumlayer.security.internal.infra.tree.Value.Open;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule about fields of one thing by itself.
 *
 * @param id its id
 * @param types the types of things it is about
 * @param fields the paths of the fields, each of which must obey
 * @param demand what a field must obey
 * @param words the words that the demand names
 */
public record SubjectRule(String id, List<String> types, List<String> fields, Demand demand, List<String> words) {
    /** What a field must obey; a value that is left open obeys as far as can be seen. */
    enum Demand {
        /** It says none of the words. */
        BAD,
        /** If it is there, it says one of the words. */
        ALLOW,
        /** It is there and says one of the words. */
        NEED,
        /** One of its values says one of the words. */
        CONTAINS,
        /** It is there. */
        PRESENT,
        /** It is not there. */
        FORBID
    }

    /**
     * Reads the rules of this form.
     *
     * @param rules all rules
     * @param prefix the beginning of the ids that are wanted
     * @return the rules, in order
     * @throws IllegalStateException if one has no demand, or two
     */
    public static List<SubjectRule> of(InfraRules rules, String prefix) {
        List<SubjectRule> read = new ArrayList<>();
        rules.having("on").forEach((id, entry) -> {
            if (id.startsWith(prefix)) {
                read.add(of(id, entry));
            }
        });
        return List.copyOf(read);
    }

    private static SubjectRule of(String id, JsonNode entry) {
        List<Demand> demands = new ArrayList<>();
        for (Demand demand : Demand.values()) {
            if (entry.has(name(demand))) {
                demands.add(demand);
            }
        }
        if (demands.size() != 1) {
            throw new IllegalStateException("the rule " + id + " must demand one thing, not " + demands);
        }
        Demand demand = demands.get(0);
        List<String> words = texts(entry.path(name(demand)));
        return new SubjectRule(id, texts(entry.path("on")), texts(entry.path("field")), demand, words);
    }

    private static String name(Demand demand) {
        return demand.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }

    /**
     * Judges a thing.
     *
     * @param subject the thing
     * @param out takes what is seen
     */
    public void judge(Subject subject, Verdict out) {
        if (!types.contains(subject.type())) {
            return;
        }
        for (String field : fields) {
            Optional<Integer> line = broken(subject, field, out);
            if (line.isPresent()) {
                out.found(id, line.get(), subject.label() + ", " + field);
                return;
            }
        }
    }

    /** The line on which a field does not obey. */
    private Optional<Integer> broken(Subject subject, String field, Verdict out) {
        List<Value> values = subject.at(field).toList();
        Optional<Value> open = values.stream().filter(Open.class::isInstance).findFirst();
        Optional<Value> wrong = values.stream().filter(this::wrong).findFirst();
        if (wrong.isEmpty() && open.isPresent() && demand != Demand.PRESENT) {
            out.open(open.get().line(), subject.label() + ", " + field + " is worked out later");
            return Optional.empty();
        }
        return switch (demand) {
            case BAD, ALLOW, FORBID -> wrong.map(Value::line);
            case NEED -> values.isEmpty() ? Optional.of(subject.fields().line()) : wrong.map(Value::line);
            case PRESENT -> values.isEmpty() ? Optional.of(subject.fields().line()) : Optional.empty();
            case CONTAINS ->
                values.stream().anyMatch(this::named)
                        ? Optional.empty()
                        : Optional.of(subject.fields().line());
        };
    }

    /** Whether one value by itself shows that the field does not obey. */
    private boolean wrong(Value value) {
        if (value instanceof Open) {
            return false;
        }
        return switch (demand) {
            case BAD -> named(value);
            case ALLOW, NEED -> !named(value);
            case FORBID -> true;
            case CONTAINS, PRESENT -> false;
        };
    }

    private boolean named(Value value) {
        return value instanceof Text text && words.stream().anyMatch(text::says);
    }
}
