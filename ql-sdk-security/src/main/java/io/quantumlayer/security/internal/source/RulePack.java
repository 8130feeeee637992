package io.quantumlayer.security.internal.source;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Rules for secrets in the format of gitleaks: {@code [[rules]]} with id, description, regex, secretGroup, entropy,
 * keywords, path, tags and allow-lists, and allow-lists for all of them. A tag that names a severity sets it; HIGH
 * holds without one. Expressions run on re2, which does not backtrack. Every mistake is told at once.
 */
final class RulePack {
    private static final int LARGEST = 4 << 20;
    private static final int MOST_RULES = 2000;

    private final List<PackRule.Shape> shapes;
    private final AllowList allowed;

    private RulePack(List<PackRule.Shape> shapes, AllowList allowed) {
        this.shapes = shapes;
        this.allowed = allowed;
    }

    static RulePack builtIn() {
        try (InputStream in = Objects.requireNonNull(RulePack.class.getResourceAsStream("secret-rules.toml"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "secret-rules.toml");
        } catch (IOException e) {
            throw new UncheckedIOException("secret-rules.toml", e);
        }
    }

    /**
     * Reads a pack.
     *
     * @throws QuantumLayerException of type configuration with every mistake
     */
    static RulePack at(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw refused(file.toString(), List.of("it is larger than " + LARGEST + " bytes"));
            }
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw refused(file.toString(), List.of("it could not be read as UTF-8 text"));
        }
    }

    /** The rules, numbered from a number on. */
    List<TextRule> rules(int first) {
        List<TextRule> rules = new ArrayList<>();
        shapes.forEach(shape -> rules.add(new PackRule(first + rules.size(), shape, allowed)));
        return rules;
    }

    private static RulePack parse(String text, String name) {
        List<String> mistakes = new ArrayList<>();
        List<PackRule.Shape> shapes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonNode pack = toml(text, name);
        if (pack.has("extend")) {
            mistakes.add("extend is not followed; name each pack by itself");
        }
        for (JsonNode rule : pack.path("rules")) {
            String id = rule.path("id").asText();
            try {
                if (!id.matches("[A-Za-z0-9._-]{1,100}") || !ids.add(id)) {
                    throw new IllegalArgumentException("its id must be 1 to 100 letters, digits, . _ - and its own");
                }
                shapes.add(PackRule.Shape.of(rule));
            } catch (IllegalArgumentException | PatternSyntaxException e) {
                mistakes.add("rule " + (shapes.size() + mistakes.size() + 1) + " '" + id + "': " + e.getMessage());
            }
        }
        AllowList allowed = AllowList.none();
        try {
            allowed = AllowList.of(pack);
        } catch (PatternSyntaxException e) {
            mistakes.add("an allow-list: " + e.getMessage());
        }
        if (shapes.isEmpty() || shapes.size() > MOST_RULES) {
            mistakes.add("it must hold 1 to " + MOST_RULES + " rules");
        }
        if (!mistakes.isEmpty()) {
            throw refused(name, mistakes);
        }
        return new RulePack(List.copyOf(shapes), allowed);
    }

    private static JsonNode toml(String text, String name) {
        try {
            JsonNode pack = TomlMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(text);
            return Objects.requireNonNull(pack, "a reader gives a tree");
        } catch (IOException e) {
            throw refused(name, List.of("it is no TOML"));
        }
    }

    static Pattern pattern(JsonNode expression) {
        return Pattern.compile(expression.asText());
    }

    private static QuantumLayerException refused(String name, List<String> mistakes) {
        return new QuantumLayerException(Failure.of(
                ErrorType.CONFIGURATION,
                "scanner.source.rule-pack",
                "the rule pack " + name + " is refused: " + String.join("; ", mistakes)));
    }
}
