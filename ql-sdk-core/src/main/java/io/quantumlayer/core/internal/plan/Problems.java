package io.quantumlayer.core.internal.plan;

import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the mistakes of one plan text. Paths are those of the file, as {@code spec.regions[0]}; each mistake gets
 * the line of its path, and a value that may hold a secret is masked as the same field of a builder would be.
 */
final class Problems {
    private static final Set<String> IN_METADATA = Set.of("name", "tenant");
    private static final int MAX = 100;

    private final List<Violation> found = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** Remembers where a path stands in the text. */
    void at(String path, int line) {
        lines.putIfAbsent(path, line);
    }

    void add(String path, String rule, String value, String hint) {
        add(path, new Violation(fieldOf(path), rule, value, hint));
    }

    /** Takes a value that may refuse its text; a refusal is collected and gives nothing. */
    <T> Optional<T> attempt(String path, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (InvalidValueException refusal) {
            add(path, refusal.at(fieldOf(path)));
            return Optional.empty();
        }
    }

    /** Takes over what a builder found, whose paths begin with the field. */
    void addAll(InvalidPlanException refusal) {
        for (Violation violation : refusal.violations()) {
            String field = violation.path().split("[.\\[]", 2)[0];
            String section = IN_METADATA.contains(field) ? PlanSyntax.METADATA : PlanSyntax.SPEC;
            add(section + "." + violation.path(), violation);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    InvalidPlanException refusal() {
        return new InvalidPlanException(found.stream().distinct().limit(MAX).toList());
    }

    private void add(String path, Violation masked) {
        Integer line = line(path);
        String place = line == null ? "" : "line " + line;
        String hint = masked.hint();
        String placed = hint.isEmpty() || place.isEmpty() ? hint + place : hint + " (" + place + ")";
        found.add(new Violation(path, masked.rule(), masked.value(), placed));
    }

    /** The line of the path, or of the nearest thing around it. */
    private @Nullable Integer line(String path) {
        String place = path;
        while (!place.isEmpty()) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
        return null;
    }

    /** A builder knows nothing of sections: {@code spec.secrets.KEY} is its {@code secrets.KEY}. */
    private static String fieldOf(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(dot + 1);
    }
}
