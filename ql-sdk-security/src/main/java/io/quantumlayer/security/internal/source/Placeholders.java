package io.quantumlayer.security.internal.source;

import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands where a secret would and is none: words of documentation, expressions that are computed, patterns. */
final class Placeholders {
    private static final Pattern EXPRESSION =
            Pattern.compile("^[$%@<{\\[(]|\\$\\{|\\{\\{|\\{[a-z_]+}|#\\{|<%|%\\(|%s|\\$\\(|\\(\\)|=>");
    private static final Pattern PATTERN = Pattern.compile("\\(\\?|\\[[aA0]-[zZ9]|\\\\d|\\.\\*");
    private static final int FEW_CHARACTERS = 4;
    private static final int LONG = 8;

    private final Set<String> whole;
    private final List<String> parts;

    private Placeholders(Set<String> whole, List<String> parts) {
        this.whole = whole;
        this.parts = parts;
    }

    static Placeholders builtIn() {
        Map<Boolean, List<String>> lines = RuleSheet.lines("placeholders.txt").stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .collect(Collectors.partitioningBy(line -> line.startsWith("=")));
        return new Placeholders(
                lines.getOrDefault(true, List.of()).stream()
                        .map(line -> line.substring(1))
                        .collect(Collectors.toCollection(HashSet::new)),
                List.copyOf(lines.getOrDefault(false, List.of())));
    }

    /** Whether a value is no secret whatever its rule says of it. */
    boolean hold(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return whole.contains(lower)
                || parts.stream().anyMatch(lower::contains)
                || EXPRESSION.matcher(value).find()
                || PATTERN.matcher(value).find()
                || (value.length() >= LONG && value.chars().distinct().count() <= FEW_CHARACTERS);
    }
}
