package io.quantumlayer.core.internal.analyze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of words that the rules look up, read once from the file beside this class. Immutable. */
final class Vocabulary {
    private static final String FILE = "vocabulary.txt";

    private final Map<String, Map<String, List<String>>> sections = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary load() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Vocabulary vocabulary = new Vocabulary();
            vocabulary.read(lines.lines().toList());
            return vocabulary;
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary cannot be read", e);
        }
    }

    private void read(List<String> lines) {
        String section = "";
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" = ", 2);
                sections.computeIfAbsent(section, name -> new LinkedHashMap<>())
                        .put(parts[0], List.of(parts[1].split(", ")));
            }
        }
    }

    Map<String, List<String>> table(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    Lexicon lexicon(String section) {
        return new Lexicon(table(section));
    }

    /** A table turned around: from each phrase to its id. */
    Map<String, String> inverse(String section) {
        Map<String, String> inverse = new HashMap<>();
        table(section).forEach((id, phrases) -> phrases.forEach(phrase -> inverse.put(phrase, id)));
        return inverse;
    }
}
