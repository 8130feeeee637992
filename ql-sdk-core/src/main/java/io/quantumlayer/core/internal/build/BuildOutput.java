package io.quantumlayer.core.internal.build;

import io.quantumlayer.core.internal.file.Folders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the commands of one build wrote, redacted before anything of it is cut or kept. */
final class BuildOutput {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int LAST_LINES = 20;
    private static final int LINE_LENGTH = 240;
    private static final Pattern COLOUR = Pattern.compile("\\x1B\\[[0-9;?]*[ -/]*[@-~]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    private final UnaryOperator<String> redactor;
    private final StringBuilder text = new StringBuilder();
    private String last = "";

    BuildOutput(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    /** Adds the output of one command; of a long one the end, from a line's beginning on. */
    void add(List<String> command, Path log) {
        byte[] bytes = Folders.tail(log, MAX_BYTES).orElse(new byte[0]);
        String output = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length == MAX_BYTES) {
            // A secret that was cut in half is not known to the redactor any more.
            output = "...\n" + output.substring(output.indexOf('\n') + 1);
        }
        last = redactor.apply(output);
        text.append("$ ").append(shown(command)).append('\n').append(last);
        if (!last.isEmpty() && !last.endsWith("\n")) {
            text.append('\n');
        }
    }

    /** Returns the whole log. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the last lines of the last command, fit for a message. */
    String end() {
        List<String> lines = COLOUR.matcher(last)
                .replaceAll("")
                .lines()
                .map(BuildOutput::readable)
                .toList();
        List<String> spoken = lines.stream().filter(line -> !line.isBlank()).toList();
        return String.join("\n", spoken.subList(Math.max(0, spoken.size() - LAST_LINES), spoken.size()));
    }

    /** Returns a command on one line. */
    String shown(List<String> command) {
        return readable(redactor.apply(String.join(" ", command)));
    }

    private static String readable(String line) {
        String plain = CONTROL.matcher(line).replaceAll("");
        return plain.length() <= LINE_LENGTH ? plain : plain.substring(0, LINE_LENGTH) + "...";
    }
}
