package io.quantumlayer.security.internal.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cel.common.CelValidationException;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.security.internal.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads a policy and names every mistake in it at once. */
public final class PolicyFile {
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_EXPRESSION = 4_000;
    private static final int MOST_RULES = 500;
    private static final String API_VERSION = "quantumlayer.io/v1alpha1";
    private static final String KIND = "GatePolicy";
    private static final String NAME = "[a-z0-9-]{1,60}";

    private final List<String> mistakes = new ArrayList<>();
    private final List<PolicyRule> rules = new ArrayList<>();
    private final List<Exemption> exceptions = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private String name = "gate-policy";

    private PolicyFile() {}

    /**
     * Reads a policy.
     *
     * @throws QuantumLayerException of type validation with every mistake in it
     */
    public static PolicyFile read(String text) {
        PolicyFile file = new PolicyFile();
        if (text.length() > LARGEST) {
            throw refused(List.of("the policy is longer than " + LARGEST + " characters"));
        }
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        ObjectMapper yaml = YAMLMapper.builder(
                        YAMLFactory.builder().loaderOptions(options).build())
                .build();
        try {
            JsonNode tree = yaml.readTree(text);
            file.read(tree == null ? yaml.createObjectNode() : tree);
        } catch (JsonProcessingException e) {
            throw refused(List.of("the policy is no YAML: " + PlainText.of(e.getOriginalMessage())));
        }
        if (!file.mistakes.isEmpty()) {
            throw refused(file.mistakes);
        }
        return file;
    }

    /** The name, as it stands in decisions. */
    public String name() {
        return name;
    }

    /** The rules, in the order of the file. */
    public List<PolicyRule> rules() {
        return List.copyOf(rules);
    }

    /** The exceptions, in the order of the file. */
    public List<Exemption> exceptions() {
        return List.copyOf(exceptions);
    }

    private void read(JsonNode tree) {
        fields(tree, "the policy", Set.of("apiVersion", "kind", "name", "rules", "exceptions"));
        is(tree, "apiVersion", API_VERSION);
        is(tree, "kind", KIND);
        named(tree.path("name"));
        JsonNode written = tree.path("rules");
        if (!written.isArray() || written.isEmpty() || written.size() > MOST_RULES) {
            mistakes.add("rules: must be a list of 1 to " + MOST_RULES);
        } else {
            for (int i = 0; i < written.size(); i++) {
                rule(written.get(i), "rules[" + i + "]");
            }
        }
        JsonNode dated = tree.path("exceptions");
        if (!dated.isMissingNode() && !dated.isArray()) {
            mistakes.add("exceptions: must be a list");
        }
        for (int i = 0; i < dated.size(); i++) {
            exception(dated.path(i), "exceptions[" + i + "]");
        }
    }

    private void named(JsonNode written) {
        if (written.isTextual() && written.asText().matches(NAME)) {
            name = written.asText();
        } else if (!written.isMissingNode()) {
            mistakes.add("name: must be 1 to 60 small letters, digits and '-'");
        }
    }

    private void is(JsonNode tree, String field, String value) {
        if (!tree.path(field).asText().equals(value)) {
            mistakes.add(field + ": must be " + value);
        }
    }

    private void fields(JsonNode tree, String where, Set<String> known) {
        if (!tree.isObject()) {
            mistakes.add(where + ": must be a mapping");
        }
        tree.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                mistakes.add(where + ": has no field '" + PlainText.of(name) + "'");
            }
        });
    }

    private void rule(JsonNode rule, String where) {
        int before = mistakes.size();
        fields(rule, where, Set.of("name", "levels", "each", "refuse", "reason"));
        String name = text(rule, "name", where);
        if (!name.isEmpty() && (!name.matches(NAME) || !names.add(name))) {
            mistakes.add(where + ".name: must be small letters, digits and '-', and stand once");
        }
        Optional<PolicyRule.Subject> subject = Arrays.stream(PolicyRule.Subject.values())
                .filter(each -> each.variable().equals(rule.path("each").asText()))
                .findFirst();
        if (subject.isEmpty()) {
            mistakes.add(where + ".each: must be finding, report or scan");
        }
        String refuse = text(rule, "refuse", where);
        if (refuse.length() > LONGEST_EXPRESSION) {
            mistakes.add(where + ".refuse: is longer than " + LONGEST_EXPRESSION + " characters");
        }
        Set<SecurityLevel> levels = levels(rule.path("levels"), where);
        String reason = text(rule, "reason", where);
        if (mistakes.size() == before && subject.isPresent()) {
            compile(new PolicyRule.Text(name, levels, subject.get(), refuse, reason), where);
        }
    }

    private void compile(PolicyRule.Text text, String where) {
        try {
            rules.add(PolicyRule.compile(text));
        } catch (CelValidationException e) {
            mistakes.add(where + ".refuse: " + PlainText.of(String.valueOf(e.getMessage())));
        }
    }

    private Set<SecurityLevel> levels(JsonNode written, String where) {
        Set<SecurityLevel> levels = EnumSet.noneOf(SecurityLevel.class);
        if (written.isMissingNode()) {
            return EnumSet.allOf(SecurityLevel.class);
        }
        for (JsonNode level : written) {
            Arrays.stream(SecurityLevel.values())
                    .filter(each -> each.name().equals(level.asText().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresentOrElse(
                            levels::add,
                            () -> mistakes.add(where + ".levels: there is no level '" + PlainText.of(level.asText())
                                    + "', only " + Arrays.toString(SecurityLevel.values())));
        }
        if (levels.isEmpty()) {
            mistakes.add(where + ".levels: must name at least one level, or be left out");
        }
        return levels;
    }

    private void exception(JsonNode exception, String where) {
        fields(exception, where, Set.of("subject", "owner", "until", "reason"));
        String subject = text(exception, "subject", where);
        String owner = text(exception, "owner", where);
        String reason = text(exception, "reason", where);
        try {
            LocalDate until = LocalDate.parse(exception.path("until").asText());
            if (!subject.isEmpty() && !owner.isEmpty() && !reason.isEmpty()) {
                exceptions.add(new Exemption(subject, owner, reason, until));
            }
        } catch (DateTimeException e) {
            mistakes.add(where + ".until: must be a day, as 2027-01-31");
        }
    }

    /** A text that must be there; empty if it is not, which is noted. */
    private String text(JsonNode tree, String field, String where) {
        JsonNode value = tree.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            mistakes.add(where + "." + field + ": must be a text");
            return "";
        }
        return field.equals("refuse") ? value.asText().strip() : PlainText.of(value.asText());
    }

    private static QuantumLayerException refused(List<String> mistakes) {
        return new QuantumLayerException(Failure.of(
                        ErrorType.VALIDATION, "gate.policy", "the policy has mistakes: " + String.join("; ", mistakes))
                .notRetryable());
    }
}
