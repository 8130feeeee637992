package io.quantumlayer.security.internal.infra.rule;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules: what each is called, why it stands and how to mend it, and the conditions that are data. Immutable. */
public final class InfraRules {
    private static final String SHEET = "infra-rules.toml";

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, JsonNode> entries = new LinkedHashMap<>();

    private InfraRules(JsonNode sheet) {
        for (JsonNode entry : sheet.path("rules")) {
            String id = text(entry, "id");
            List<String> standards = new ArrayList<>();
            entry.path("standards").forEach(standard -> standards.add(standard.asText()));
            if (standards.isEmpty()) {
                throw new IllegalStateException(SHEET + ": the rule " + id + " follows no standard");
            }
            String summary = text(entry, "why") + "; " + text(entry, "mend");
            Rule rule = new Rule(id, Severity.valueOf(text(entry, "severity")), summary, standards, "");
            if (rules.put(id, rule) != null) {
                throw new IllegalStateException(SHEET + ": two rules are called " + id);
            }
            entries.put(id, entry);
        }
    }

    /**
     * Reads the rules that are part of the artifact.
     *
     * @return the rules
     */
    public static InfraRules builtIn() {
        try (InputStream in = Objects.requireNonNull(InfraRules.class.getResourceAsStream(SHEET), SHEET)) {
            return new InfraRules(TomlMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(SHEET, e);
        }
    }

    private static String text(JsonNode entry, String field) {
        String text = entry.path(field).asText();
        if (text.isBlank()) {
            throw new IllegalStateException(SHEET + ": a rule has no " + field + ": " + entry);
        }
        return text;
    }

    /**
     * Returns the ids of all rules.
     *
     * @return the ids, in the order of the sheet
     */
    public Set<String> ids() {
        return rules.keySet();
    }

    /**
     * Returns the rules whose condition is data of one form.
     *
     * @param field the field that tells the form
     * @return each rule's entry by its id, in the order of the sheet
     */
    public Map<String, JsonNode> having(String field) {
        Map<String, JsonNode> having = new LinkedHashMap<>(entries);
        having.values().removeIf(entry -> !entry.has(field));
        return having;
    }

    /**
     * Returns a rule.
     *
     * @param id its id
     * @return the rule
     * @throws IllegalStateException if there is none
     */
    public Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalStateException("no rule is called " + id);
        }
        return rule;
    }
}
