package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads requirements files of pip; only what is pinned to one version is a package, all else is a gap. */
final class RequirementsFile implements LockFormat {
    private static final Pattern NAME = Pattern.compile("(?:.*[-_.])?requirements(?:[-_.].*)?\\.(?:txt|in)");
    private static final Pattern PINNED = Pattern.compile(
            "([A-Za-z0-9][A-Za-z0-9._-]{0,200})\\s*(?:\\[[^\\]]{0,200}])?\\s*===?\\s*([A-Za-z0-9.!+_-]{1,200})\\s*");
    private static final Pattern OPTIONS = Pattern.compile("\\s--(?:hash|config-settings|global-option)[= ].*");
    private static final Pattern DEVELOPMENT = Pattern.compile(".*\\b(?:dev|test|tests|lint|docs|build)\\b.*");

    @Override
    public boolean reads(String path) {
        String name = LockFormat.name(path);
        boolean inFolder = path.matches("(?:.*/)?requirements/[^/]+\\.txt");
        return (NAME.matcher(name).matches() && name.endsWith(".txt")) || inFolder;
    }

    @Override
    public void read(LockFile file, Gathering out) {
        boolean development = DEVELOPMENT
                .matcher(LockFormat.name(file.path()).replace('_', '-'))
                .matches();
        StringBuilder joined = new StringBuilder();
        int number = 0;
        int first = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            first = joined.isEmpty() ? number : first;
            if (line.endsWith("\\")) {
                joined.append(line, 0, line.length() - 1).append(' ');
            } else {
                requirement(file, out, joined.append(line).toString(), first, development);
                joined.setLength(0);
            }
        }
        requirement(file, out, joined.toString(), first, development);
    }

    private static void requirement(LockFile file, Gathering out, String line, int number, boolean development) {
        String bare = OPTIONS.matcher(withoutComment(line)).replaceFirst("").strip();
        if (bare.isEmpty() || (bare.startsWith("-") && !bare.matches("-(?:e|r|-editable|-requirement)\\b.*"))) {
            return;
        }
        String asked = bare.split(";", 2)[0].strip();
        Matcher pinned = PINNED.matcher(asked);
        if (pinned.matches()) {
            out.add(file, number, new Named(Ecosystem.PYPI, pinned.group(1), pinned.group(2), development));
        } else {
            out.gap(file.path() + ":" + number + ": it pins no version, or leads to another place");
        }
    }

    private static String withoutComment(String line) {
        if (line.startsWith("#")) {
            return "";
        }
        int comment = line.indexOf(" #");
        return comment < 0 ? line : line.substring(0, comment);
    }
}
