package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.inventory.Ecosystem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code go.mod}, which from Go 1.17 on names every module that is built from; for an older one the modules
 * whose content {@code go.sum} knows are added.
 */
final class GoModule implements LockFormat {
    private static final Pattern MODULE = Pattern.compile("\"?([^\\s\"]{1,400})\"?\\s+\"?(v[^\\s\"]{1,200})\"?");
    private static final Pattern REPLACE =
            Pattern.compile("\"?([^\\s\"]{1,400})\"?(?:\\s+(v\\S{1,200}))?\\s+=>\\s+(.*)");
    private static final Pattern GO = Pattern.compile("(?m)^go\\s+1\\.([0-9]{1,4})");
    private static final Pattern SUM = Pattern.compile("(\\S{1,400}) (v[^\\s/]{1,200}) h1:\\S+");
    private static final int NAMES_ALL = 17;

    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("go.mod");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        if (!file.text().contains("module")) {
            throw new MalformedLock("it names no module");
        }
        Named names = new Named();
        String block = "";
        for (String raw : (Iterable<String>) file.text().lines()::iterator) {
            names.line++;
            String line = raw.split("//", 2)[0].strip();
            String[] words = line.split("\\s+", 2);
            if (line.equals(")")) {
                block = "";
            } else if (words.length == 2 && words[1].equals("(")) {
                block = words[0];
            } else if (block.isEmpty()) {
                names.directive(words[0], line.substring(words[0].length()).strip());
            } else {
                names.directive(block, line);
            }
        }
        names.versions.forEach((module, version) -> names.add(file, out, module, version));
        sums(file, out, names.versions.isEmpty());
    }

    /** What a file names. */
    private static final class Named {
        private final Map<String, Integer> lines = new LinkedHashMap<>();
        private final Map<String, String> versions = new LinkedHashMap<>();
        private final Map<String, String> replaced = new LinkedHashMap<>();
        private int line;

        void directive(String kind, String rest) {
            Matcher module = MODULE.matcher(rest);
            Matcher replace = REPLACE.matcher(rest);
            if (kind.equals("require") && module.matches()) {
                versions.put(module.group(1), module.group(2));
                lines.put(module.group(1), line);
            } else if (kind.equals("replace") && replace.matches()) {
                String version = replace.group(2) == null ? "" : replace.group(2);
                replaced.put(replace.group(1) + "@" + version, replace.group(3).strip());
            }
        }

        void add(LockFile file, Gathering out, String module, String version) {
            String by = replaced.getOrDefault(module + "@" + version, replaced.getOrDefault(module + "@", ""));
            Matcher other = MODULE.matcher(by);
            int at = lines.getOrDefault(module, 0);
            if (by.isEmpty()) {
                out.add(file, at, go(module, version));
            } else if (other.matches()) {
                out.add(file, at, go(other.group(1), other.group(2)));
            } else {
                out.gap(file.path() + ": " + module + " is replaced by a folder, so its version is unknown");
            }
        }
    }

    private static Gathering.Named go(String module, String version) {
        return new Gathering.Named(Ecosystem.GO, module, version, false);
    }

    private static void sums(LockFile file, Gathering out, boolean needsNothing) {
        Matcher go = GO.matcher(file.text());
        if (go.find() && Integer.parseInt(go.group(1)) >= NAMES_ALL) {
            return;
        }
        String sums = file.neighbour("go.sum");
        if (sums.isEmpty() && !needsNothing) {
            out.gap(file.path() + ": it is of a Go before 1.17 and has no go.sum, so what its modules need is unknown");
        }
        for (String line : (Iterable<String>) sums.lines()::iterator) {
            Matcher sum = SUM.matcher(line);
            if (sum.matches()) {
                out.add(file, 0, go(sum.group(1), sum.group(2)));
            }
        }
    }
}
