package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code mvn dependency:list -DoutputFile=dependency-list.txt} wrote: every resolved artifact. */
final class MavenList implements LockFormat {
    private static final String PART = "[A-Za-z0-9_.-]{1,200}";
    private static final Pattern LINE = Pattern.compile("(?:\\[INFO])?\\s*(" + PART + "):(" + PART + "):" + PART
            + "(?::" + PART + ")??:(" + PART + "):(compile|runtime|provided|test|system|import)\\b.*");

    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("dependency-list.txt");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        if (!file.text().contains("The following files have been resolved")) {
            throw new MalformedLock("it is not what mvn dependency:list writes");
        }
        int number = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                String name = entry.group(1) + ":" + entry.group(2);
                boolean test = entry.group(4).equals("test");
                out.add(file, number, new Named(Ecosystem.MAVEN, name, entry.group(3), test));
            }
        }
    }
}
