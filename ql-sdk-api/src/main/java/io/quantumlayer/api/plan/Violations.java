package io.quantumlayer.api.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects mistakes in the order in which they are looked for. */
final class Violations {
    private static final int MAX_ENTRIES = 256;

    private final List<Violation> found = new ArrayList<>();

    void add(@Nullable Violation violation) {
        if (violation != null) {
            found.add(violation);
        }
    }

    void require(boolean holds, Violation otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    void text(String path, PlanText form, @Nullable String text) {
        if (text != null && !form.accepts(text)) {
            found.add(form.violation(path, text));
        }
    }

    /** Checks the form of each text, that none stands twice, and that there are not absurdly many. */
    void texts(String path, PlanText form, Collection<String> texts) {
        atMost(path, texts.size());
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (String text : texts) {
            String place = path + "[" + index++ + "]";
            text(place, form, text);
            require(seen.add(text), new Violation(place, "stand once", text, "remove the repetition"));
        }
    }

    void atMost(String path, int entries) {
        require(
                entries <= MAX_ENTRIES,
                new Violation(
                        path, "have at most " + MAX_ENTRIES + " entries", entries + " entries", "leave some out"));
    }

    List<Violation> all() {
        return List.copyOf(found);
    }
}
