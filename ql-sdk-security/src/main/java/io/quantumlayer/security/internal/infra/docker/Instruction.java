package io.quantumlayer.security.internal.infra.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    /** All that it says; a list of words in JSON is written like a command. */
    String text() {
        return String.join(" ", flags) + " " + command() + "\n" + String.join("\n", documents);
    }

    private String command() {
        if (!arguments.startsWith("[")) {
            return arguments;
        }
        try {
            return String.join(" ", JSON.readValue(arguments, String[].class));
        } catch (JsonProcessingException shell) {
            return arguments;
        }
    }
}
