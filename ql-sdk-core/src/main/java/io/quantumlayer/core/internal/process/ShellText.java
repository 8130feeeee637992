package io.quantumlayer.core.internal.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes words so that a POSIX shell reads them back unchanged. */
final class ShellText {
    private ShellText() {}

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** A script that becomes the command with exactly this environment; the inner shell lets programs hold a "=". */
    static String script(Map<String, String> environment, List<String> command) {
        Stream<String> variables = environment.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        return Stream.concat(
                        Stream.of("exec env -i"),
                        Stream.concat(
                                variables.map(ShellText::quote),
                                Stream.concat(
                                        Stream.of("/bin/sh -c 'exec \"$0\" \"$@\"'"),
                                        command.stream().map(ShellText::quote))))
                .collect(Collectors.joining(" ", "", "\n"));
    }
}
