package io.quantumlayer.core.internal.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes typed values out of nodes; what is not of the wanted type is reported and gives nothing. */
final class Values {
    private static final Pattern DURATION =
            Pattern.compile("P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,9})?S)?)?");
    private static final int MAX_NUMBER = 64;

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    Optional<String> text(String path, Node node) {
        String hint = node.type() == Node.Type.NUMBER || node.type() == Node.Type.BOOLEAN ? "put it in quotes" : "";
        return scalar(path, node, Node.Type.TEXT, hint);
    }

    /** A value of an environment variable: a text, or a number or a truth value as it is written. */
    Optional<String> variable(String path, Node node) {
        boolean plain = node.type() == Node.Type.NUMBER || node.type() == Node.Type.BOOLEAN;
        return plain && node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : text(path, node);
    }

    Optional<BigDecimal> decimal(String path, Node node) {
        return scalar(path, node, Node.Type.NUMBER, "").flatMap(text -> number(path, text));
    }

    Optional<Boolean> truth(String path, Node node) {
        return scalar(path, node, Node.Type.BOOLEAN, "").map(Boolean::valueOf);
    }

    Optional<Integer> whole(String path, Node node) {
        Optional<BigDecimal> number = decimal(path, node);
        Optional<Integer> whole = number.flatMap(Values::exact);
        if (number.isPresent() && whole.isEmpty()) {
            problems.add(path, "be a whole number", number.get().toString(), "");
        }
        return whole;
    }

    Optional<Duration> duration(String path, Node node) {
        return text(path, node).flatMap(text -> duration(path, text));
    }

    <E extends Enum<E>> Optional<E> constant(String path, Node node, E[] constants, Function<E, String> id) {
        List<String> known = Stream.of(constants).map(id).toList();
        Optional<String> text = text(path, node);
        Optional<E> match = text.flatMap(given -> Stream.of(constants)
                .filter(value -> id.apply(value).equals(given))
                .findFirst());
        if (text.isPresent() && match.isEmpty()) {
            problems.add(path, "be one of " + known, text.get(), meant(text.get(), known));
        }
        return match;
    }

    /** Reads each item of a list; items that the reader does not take are left out. */
    <T> List<T> list(String path, Node node, Item<T> reader) {
        List<T> values = new ArrayList<>();
        if (!(node instanceof Node.Items items)) {
            mismatch(path, node, Node.Type.LIST, "");
            return values;
        }
        int index = 0;
        for (Node item : items.items()) {
            reader.read(path + "[" + index++ + "]", item).ifPresent(values::add);
        }
        return values;
    }

    /** Reads a list in which nothing may stand twice. */
    <T> List<T> set(String path, Node node, Item<T> reader) {
        Set<T> seen = new HashSet<>();
        return list(path, node, (place, item) -> {
            Optional<T> value = reader.read(place, item);
            boolean repeated = value.isPresent() && !seen.add(value.get());
            if (repeated) {
                problems.add(place, "stand once", value.get().toString(), "remove the repetition");
            }
            return repeated ? Optional.empty() : value;
        });
    }

    /** Returns the fields of a mapping; without the known names of its own, any name is. */
    Map<String, Node> mapping(String path, Node node) {
        if (node instanceof Node.Fields fields) {
            return fields.fields();
        }
        mismatch(path, node, Node.Type.MAPPING, "");
        return Map.of();
    }

    /** Returns the known fields of a mapping, and reports the others with what was probably meant. */
    Map<String, Node> mapping(String path, Node node, Collection<String> known) {
        Map<String, Node> fields = new LinkedHashMap<>(mapping(path, node));
        fields.keySet().removeIf(name -> {
            boolean unknown = !known.contains(name);
            if (unknown) {
                problems.add(PlanSyntax.child(path, name), "be a known field", name, meant(name, known));
            }
            return unknown;
        });
        return fields;
    }

    private static String meant(String written, Collection<String> known) {
        return NearestName.to(written, known)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "known are " + String.join(", ", known));
    }

    private Optional<String> scalar(String path, Node node, Node.Type type, String hint) {
        if (node instanceof Node.Scalar scalar && scalar.type() == type) {
            return Optional.of(scalar.text());
        }
        mismatch(path, node, type, hint);
        return Optional.empty();
    }

    private void mismatch(String path, Node node, Node.Type wanted, String hint) {
        if (node.type() == Node.Type.REFUSED) {
            return;
        }
        String advice = node.type() == Node.Type.NULL ? "leave the field out to use its default" : hint;
        String place = path.isEmpty() ? PlanSyntax.FILE : path;
        problems.add(place, "be " + wanted.words(), node.type().words(), advice);
    }

    private Optional<BigDecimal> number(String path, String text) {
        try {
            if (text.length() <= MAX_NUMBER) {
                return Optional.of(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            problems.add(path, "be a number", text, "the exponent is out of range");
            return Optional.empty();
        }
        problems.add(path, "have at most " + MAX_NUMBER + " characters", text, "");
        return Optional.empty();
    }

    private static Optional<Integer> exact(BigDecimal number) {
        boolean small = number.precision() - (long) number.scale() <= 10;
        boolean whole =
                number.signum() == 0 || (small && number.stripTrailingZeros().scale() <= 0);
        try {
            return whole ? Optional.of(number.intValueExact()) : Optional.empty();
        } catch (ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }

    private Optional<Duration> duration(String path, String text) {
        try {
            if (text.length() <= MAX_NUMBER && DURATION.matcher(text).matches()) {
                return Optional.of(Duration.parse(text));
            }
        } catch (DateTimeParseException outOfRange) {
            problems.add(path, "be a time that fits", text, "");
            return Optional.empty();
        }
        problems.add(path, "be an ISO 8601 time", text, "write it like PT0.3S, PT5M or P30D");
        return Optional.empty();
    }

    /** Reads one item of a list. */
    interface Item<T> {
        Optional<T> read(String path, Node node);
    }
}
