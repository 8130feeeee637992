package io.quantumlayer.security.internal.infra.docker;

import java.util.ArrayList;
import java.util.List;

/**
 * A name and a value, as {@code ARG} and {@code ENV} give them.
 *
 * @param name the name
 * @param value the value without quotes; variables in it are not put in
 */
record Assignment(String name, String value) {
    /** What an instruction assigns; an argument without a value assigns nothing. */
    static List<Assignment> of(Instruction instruction) {
        List<String> words = words(instruction.arguments());
        List<Assignment> assignments = new ArrayList<>();
        if (instruction.is("ENV") && !words.isEmpty() && words.get(0).indexOf('=') < 0) {
            String rest =
                    instruction.arguments().substring(words.get(0).length()).strip();
            return rest.isEmpty() ? List.of() : List.of(new Assignment(words.get(0), bare(rest)));
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                assignments.add(new Assignment(word.substring(0, equals), bare(word.substring(equals + 1))));
            }
        }
        return assignments;
    }

    /** Splits at blanks that stand in no quotes. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                end(word, words);
                continue;
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            word.append(c);
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String bare(String value) {
        return value.replace("\"", "").replace("'", "");
    }
}
