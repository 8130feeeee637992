package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lock files of Gradle. */
final class GradleLock implements LockFormat {
    private static final Pattern LINE = Pattern.compile("([^:=#\\s]{1,300}:[^:=\\s]{1,300}):([^:=\\s]{1,200})=(.*)");

    @Override
    public boolean reads(String path) {
        String name = LockFormat.name(path);
        return name.equals("gradle.lockfile") || name.equals("buildscript-gradle.lockfile");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        boolean building = LockFormat.name(file.path()).startsWith("buildscript");
        int number = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                boolean development = building || development(entry.group(3));
                out.add(file, number, new Named(Ecosystem.MAVEN, entry.group(1), entry.group(2), development));
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("empty=")) {
                throw new MalformedLock("its line " + number + " is no lock entry");
            }
        }
    }

    private static boolean development(String configurations) {
        return Arrays.stream(configurations.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .allMatch(name -> name.contains("test") || name.contains("processor") || name.contains("checkstyle"));
    }
}
