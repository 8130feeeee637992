package io.quantumlayer.security.internal.infra.docker;

import java.util.List;
import java.util.Locale;

/**
 * One instruction of a Dockerfile.
 *
 * @param line where it begins, from 1
 * @param name its name in capital letters
 * @param flags its flags, such as {@code --from=build}
 * @param arguments the rest, on one line
 * @param documents the here-documents that belong to it
 */
record Instruction(int line, String name, List<String> flags, String arguments, List<String> documents) {
    boolean is(String other) {
        return name.equals(other);
    }

    /** What an instruction for later builds does then; any other one is itself. */
    Instruction triggered() {
        if (!is("ONBUILD")) {
            return this;
        }
        String[] words = arguments.split("\\s+", 2);
        String rest = words.length == 2 ? words[1] : "";
        return new Instruction(line, words[0].toUpperCase(Locale.ROOT), List.of(), rest, documents);
    }

    /** All that it says. */
    String text() {
        return String.join(" ", flags) + " " + arguments + "\n" + String.join("\n", documents);
    }
}
