package io.quantumlayer.core.internal.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * An ignore rule for a name with many asterisks, such as {@code report.[0-9]*.[0-9]*.[0-9]*.json}. JGit would try every
 * way to divide a name between them, of which there are more than anybody can wait for; here each part is looked for
 * once, from where the one before it was first found.
 */
final class WildRule extends FastIgnoreRule {
    private static final int FEW = 3;
    private static final Pattern SEVERAL = Pattern.compile("(?<!\\\\)\\*{2,}");

    private final List<Pattern> parts = new ArrayList<>();

    WildRule(String line) {
        super(line);
        String pattern = getNegation() ? line.substring(1) : line;
        String name = dirOnly() ? pattern.substring(0, pattern.length() - 1) : pattern;
        String[] between = name.split("\\*+", -1);
        for (int i = 0; i < between.length; i++) {
            String end = i == between.length - 1 ? "\\z" : "";
            parts.add(Pattern.compile(regex(between[i]) + end, Pattern.DOTALL));
        }
    }

    /** The same line with one asterisk where several say no more: {@code a***b} is {@code a*b}. */
    static String simplified(String line) {
        return Stream.of(line.split("/", -1))
                .map(name -> name.equals("**") ? name : SEVERAL.matcher(name).replaceAll("*"))
                .collect(Collectors.joining("/"));
    }

    /** Whether a line has more asterisks in a name, or more of them for any folders, than JGit finds a way through. */
    static boolean isWild(String line) {
        int anywhere = 0;
        boolean wild = false;
        for (String name : line.split("/", -1)) {
            anywhere += name.equals("**") ? 1 : 0;
            wild |= name.split("\\*+", -1).length > FEW + 1;
        }
        return wild || anywhere > FEW;
    }

    @Override
    public boolean isMatch(String path, boolean directory, boolean pathMatch) {
        if (dirOnly() && !directory) {
            return false;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher first = parts.get(0).matcher(name);
        if (!first.lookingAt()) {
            return false;
        }
        int from = first.end();
        for (Pattern part : parts.subList(1, parts.size())) {
            Matcher next = part.matcher(name);
            if (!next.find(from)) {
                return false;
            }
            from = next.end();
        }
        return true;
    }

    /** What stands between two asterisks: each character, question mark or class takes one character. */
    private static String regex(String part) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            int close = c == '[' ? part.indexOf(']', i + 2) : -1;
            if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                regex.append(characterClass(part.substring(i + 1, close)));
                i = close;
            } else if (c == '\\' && i + 1 < part.length()) {
                regex.append(Pattern.quote(String.valueOf(part.charAt(++i))));
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String characterClass(String members) {
        boolean not = members.startsWith("!") || members.startsWith("^");
        String escaped = (not ? members.substring(1) : members).replaceAll("[\\\\\\[\\]&^]", "\\\\$0");
        return not ? "[^" + escaped + "]" : "[" + escaped + "]";
    }
}
