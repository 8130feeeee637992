package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.regex.Pattern;

/** Reads what an installer of Python packages wrote beside each one: its name and exact version. */
final class PythonMetadata implements LockFormat {
    private static final Pattern PATH = Pattern.compile("(?:.*/)?[^/]+\\.(?:dist-info/METADATA|egg-info/PKG-INFO)");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.!+_-]{1,200}");

    @Override
    public boolean reads(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        String name = field(file.text(), "Name:");
        String version = field(file.text(), "Version:");
        if (name.isEmpty() || !VERSION.matcher(version).matches()) {
            throw new MalformedLock("it names no package with a version");
        }
        out.add(file, 0, new Named(Ecosystem.PYPI, name, version, false));
    }

    /** The headers end at the first empty line; what follows is the description. */
    private static String field(String text, String name) {
        return text.lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()).strip())
                .orElse("");
    }
}
