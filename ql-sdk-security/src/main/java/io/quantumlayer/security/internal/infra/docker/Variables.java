package io.quantumlayer.security.internal.infra.docker;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The build arguments and variables that have a value in the file. Not safe for use by several threads. */
final class Variables {
    private static final Pattern USE = Pattern.compile(
            "\\$(?:([A-Za-z_][A-Za-z0-9_]{0,200})|\\{([A-Za-z_][A-Za-z0-9_]{0,200})(?::-([^${}]{0,500}))?})");

    private final Map<String, String> values = new HashMap<>();

    void set(String name, String value) {
        values.put(name, value);
    }

    /** Takes the values that an instruction sets. */
    void take(Instruction instruction) {
        if (instruction.is("ARG") || instruction.is("ENV")) {
            Assignment.of(instruction).forEach(each -> fill(each.value()).ifPresent(v -> values.put(each.name(), v)));
        }
    }

    /** A text with each variable's value in its place, or empty if one has none. */
    Optional<String> fill(String text) {
        Matcher uses = USE.matcher(text);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (uses.find()) {
            String name = uses.group(1) == null ? uses.group(2) : uses.group(1);
            String value = values.getOrDefault(name, uses.group(3));
            if (value == null) {
                return Optional.empty();
            }
            filled.append(text, from, uses.start()).append(value);
            from = uses.end();
        }
        filled.append(text.substring(from));
        return filled.indexOf("$") >= 0 ? Optional.empty() : Optional.of(filled.toString());
    }
}
