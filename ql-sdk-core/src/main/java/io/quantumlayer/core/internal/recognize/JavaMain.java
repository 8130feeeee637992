package io.quantumlayer.core.internal.recognize;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the classes of Java sources that can be started. */
final class JavaMain {
    private static final Pattern MAIN = Pattern.compile("\\bpublic\\s+static\\s+void\\s+main\\s*\\(");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private JavaMain() {}

    /** Returns the names of the classes with a main method, tests left out, in order. */
    static Set<String> classes(GivenTree tree) {
        Set<String> found = new TreeSet<>();
        tree.ending(".java").forEach(path -> {
            String code = tree.code(path);
            if (MAIN.matcher(code).find()) {
                Matcher named = PACKAGE.matcher(code);
                String simple = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
                found.add(named.find() ? named.group(1) + "." + simple : simple);
            }
        });
        return found;
    }

    /** Returns the only class that can be started. */
    static String only(GivenTree tree, String where) {
        Set<String> classes = classes(tree);
        if (classes.isEmpty()) {
            throw Refusal.unrecognized(where + " holds no class with a public static main method");
        }
        if (classes.size() > 1) {
            throw Refusal.ambiguous(
                    "class with a main method", classes, "name one in a Procfile, or state the plan's command");
        }
        return classes.iterator().next();
    }
}
