package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.spi.generator.Recipe.Command;
import java.util.ArrayList;
import java.util.List;

/** The forms of command that recipes of given sources are made of. */
final class Commands {
    /** The folder for what a build adds to a source. */
    static final String OWN = ".ql";

    private static final String QUIET_JAVA = "-XX:+UseSerialGC";

    private Commands() {}

    /** A script without network; a failing line ends it. */
    static Command script(String script) {
        return Command.offline("sh", "-ec", script);
    }

    /** Starts a program with words at the end that the shell takes from the environment, such as {@code $PORT}. */
    static List<String> start(String tail, String... program) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" " + tail, "ql"));
        words.addAll(List.of(program));
        return words;
    }

    /** Compiles with the compiler inside the JDK, which needs no program besides {@code java}. */
    static String javac(String arguments) {
        return "{java} " + QUIET_JAVA + " -m jdk.compiler/com.sun.tools.javac.Main -nowarn " + arguments;
    }
}
