package io.quantumlayer.core.internal.analyze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The tables of words that the rules look up, read once from the file beside this class. Immutable. */
final class Vocabulary {
    private static final String FILE = "vocabulary.txt";
    /** Tables of words that too many other words of English are nearly spelled like. */
    private static final Set<String> EVERYDAY = Set.of("bystanders", "denied features");

    private static final String CONTINUED = "    ";

    private final Map<String, Map<String, List<String>>> sections = new HashMap<>();
    /** The same, each phrase cut into its words. */
    private final Map<String, Map<String, List<List<String>>>> cut = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary load() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Vocabulary vocabulary = new Vocabulary();
            vocabulary.read(lines.lines().toList());
            vocabulary.sections.forEach((section, table) -> vocabulary.cut.put(section, cut(table)));
            return vocabulary;
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary cannot be read", e);
        }
    }

    private void read(List<String> lines) {
        String section = "";
        List<String> phrases = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (line.startsWith(CONTINUED)) {
                addPhrases(line.strip(), phrases);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf(" = ");
                phrases = new ArrayList<>();
                addPhrases(line.substring(equals + " = ".length()), phrases);
                sections.computeIfAbsent(section, name -> new LinkedHashMap<>())
                        .put(line.substring(0, equals), phrases);
            }
        }
    }

    private static void addPhrases(String list, List<String> to) {
        int start = 0;
        for (int comma = list.indexOf(','); comma >= 0; comma = list.indexOf(',', start)) {
            to.add(list.substring(start, comma));
            start = list.startsWith(" ", comma + 1) ? comma + 2 : comma + 1;
        }
        if (start < list.length()) {
            to.add(list.substring(start));
        }
    }

    private static Map<String, List<List<String>>> cut(Map<String, List<String>> table) {
        Map<String, List<List<String>>> cut = new LinkedHashMap<>();
        table.forEach((id, phrases) -> {
            List<List<String>> words = new ArrayList<>(phrases.size());
            phrases.forEach(phrase -> words.add(Phrases.words(phrase)));
            cut.put(id, words);
        });
        return cut;
    }

    Map<String, List<String>> table(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    /** A table of names, which know no form but the plural. */
    Lexicon lexicon(String section) {
        return lexicon(section, Nouns::forms);
    }

    /** A table of words that may stand in the form of any verb too. */
    Lexicon inflected(String section) {
        return lexicon(section, Verbs::forms);
    }

    private Lexicon lexicon(String section, Function<String, List<String>> forms) {
        return new Lexicon(Objects.requireNonNull(cut.get(section), section), forms);
    }

    /** Every word of every table that a mistyped word may be taken for. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        cut.forEach((section, table) -> {
            if (!EVERYDAY.contains(section)) {
                table.values().forEach(phrases -> phrases.forEach(words::addAll));
            }
        });
        return words;
    }

    /** A table turned around: from each phrase to its id. */
    Map<String, String> inverse(String section) {
        Map<String, String> inverse = new HashMap<>();
        table(section).forEach((id, phrases) -> phrases.forEach(phrase -> inverse.put(phrase, id)));
        return inverse;
    }
}
