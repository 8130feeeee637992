package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table of rules as it stands in a resource of this package; a mistake in it is a defect of this artifact. */
final class RuleSheet {
    private static final Pattern CODED = Pattern.compile("\\\\x([0-9a-f]{2})");
    private static final int HEXADECIMAL = 16;

    private final Map<String, List<String>> sets = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private RuleSheet() {}

    /** One rule of the table: its verdict and its other fields, still as text. */
    final class Entry {
        private final String id;
        private final Severity severity;
        private final Map<String, String> fields = new LinkedHashMap<>();

        private Entry(String id, Severity severity) {
            this.id = id;
            this.severity = severity;
        }

        Rule rule() {
            return Rule.of(id, severity, required("message"));
        }

        String required(String field) {
            return optional(field).orElseThrow(() -> new IllegalStateException(id + " has no " + field));
        }

        Optional<String> optional(String field) {
            return Optional.ofNullable(fields.get(field));
        }

        boolean yes(String field) {
            return optional(field).map("yes"::equals).orElse(false);
        }

        /** The words of a field, with each set of the table and each coded character in place of its name. */
        List<String> words(String field) {
            return optional(field).stream()
                    .flatMap(text -> List.of(text.split(" +")).stream())
                    .flatMap(word -> word.startsWith("@") ? set(word).stream() : List.of(word).stream())
                    .map(Entry::decoded)
                    .toList();
        }

        private static String decoded(String word) {
            return CODED.matcher(word)
                    .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), HEXADECIMAL)));
        }

        private List<String> set(String name) {
            return Optional.ofNullable(sets.get(name))
                    .orElseThrow(() -> new IllegalStateException(id + " names the unknown set " + name));
        }
    }

    /** Reads a table of rules. */
    static List<Entry> rules(String resource) {
        RuleSheet sheet = new RuleSheet();
        lines(resource).forEach(sheet::add);
        return List.copyOf(sheet.entries);
    }

    /** The lines of a resource without comments and empty ones. */
    static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(RuleSheet.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# ") && !line.equals("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private void add(String line) {
        String[] words = line.strip().split(" +", 2);
        if (line.startsWith(" ")) {
            entries.get(entries.size() - 1).fields.put(words[0], words[1]);
        } else if (line.startsWith("@")) {
            sets.put(words[0], List.of(words[1].split(" +")));
        } else {
            entries.add(new Entry(words[0], Severity.valueOf(words[1])));
        }
    }
}
