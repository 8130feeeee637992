package io.quantumlayer.core.internal.analyze;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A prompt with what a careful human reader says it asks for; a field left out means that nothing was said. */
final class LabelledPrompt {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode label;

    private LabelledPrompt(JsonNode label) {
        this.label = label;
    }

    static List<LabelledPrompt> all(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LabelledPrompt.class.getResourceAsStream(file), file), UTF_8))) {
            return lines.lines().map(LabelledPrompt::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledPrompt parse(String line) {
        try {
            return new LabelledPrompt(JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    String prompt() {
        return text("prompt");
    }

    String text(String field) {
        return label.path(field).asText("");
    }

    boolean is(String field) {
        return label.path(field).asBoolean(false);
    }

    List<String> list(String field) {
        return JSON.convertValue(
                label.path(field), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    Set<String> set(String field) {
        return label.has(field) ? new TreeSet<>(list(field)) : Set.of();
    }

    List<String> ordered(String field) {
        return label.has(field) ? list(field) : List.of();
    }

    /** Says whether a careful reader may or may not see something here. */
    boolean isOptional(String value) {
        return set("optional").stream()
                .anyMatch(optional -> optional.replaceFirst("^[+-]", "").equals(value));
    }
}
