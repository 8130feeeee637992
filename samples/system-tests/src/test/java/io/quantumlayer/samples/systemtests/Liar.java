package io.quantumlayer.samples.systemtests;

import java.util.List;

/**
 * A script that stands in for a scanner's program and does not tell the truth.
 *
 * @param name what it does
 * @param script its commands; {@code $out} is where the answer belongs, {@code $last} the folder to judge,
 *     {@code $control} the text there that has a weakness for certain, {@code $room} the folder of such texts
 * @param told what the gate's reason says of it
 */
record Liar(String name, String script, String told) {
    private static final String HEAD = """
            #!/bin/sh
            while [ $# -gt 0 ]; do
              if [ "$1" = --output ]; then out=$2; fi
              last=$1
              shift
            done
            control=$(find "$last" -path '*control-*' -type f)
            room=$(cd "$last" && echo control-*)
            """;

    /** The lies that need no word of the program's language. */
    static final List<Liar> OF_ANY_KIND = List.of(
            new Liar("hangs", "sleep 600", "did not end in time"),
            new Liar("hangs and ignores being told to end", "trap '' TERM\nsleep 600", "did not end in time"),
            new Liar("crashes", "kill -9 $$", "proves nothing"),
            new Liar("says nothing", "exit 0", "wrote nothing"),
            new Liar("says nothing and ends badly", "exit 2", "wrote nothing"),
            new Liar("writes nothing", ": > \"$out\"", "wrote nothing"),
            new Liar("writes no JSON", "echo all clear > \"$out\"", "no JSON"),
            new Liar("writes half of it", "printf '{\"errors\": [], \"results\": [' > \"$out\"", "no JSON"),
            new Liar("writes an empty object", answer("{}"), "proves nothing"),
            new Liar("writes null", answer("null"), "proves nothing"),
            new Liar("writes another format", answer("{\"vulnerabilities\": []}"), "proves nothing"),
            new Liar("writes too much", "head -c 70000000 /dev/zero > \"$out\"", "wrote more than"),
            new Liar("leaves a link", "ln -s /etc/hostname \"$out\"", "wrote nothing"));

    /** The script of a program that does these commands. */
    static String program(String script) {
        return HEAD + script + "\n";
    }

    String program() {
        return program(script);
    }

    /** Commands that write an answer, in which the shell's variables are filled in. */
    static String answer(String json) {
        return "cat > \"$out\" <<ANSWER\n" + json + "\nANSWER";
    }

    @Override
    public String toString() {
        return name;
    }
}
