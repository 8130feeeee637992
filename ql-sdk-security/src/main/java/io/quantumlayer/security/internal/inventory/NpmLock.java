package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the lock files of npm, versions 1 to 3. */
final class NpmLock implements LockFormat {
    private static final String MODULES = "node_modules/";
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,20}\\.[0-9A-Za-z.+-]{1,200}");
    private static final int DEEPEST = 200;

    @Override
    public boolean reads(String path) {
        String name = LockFormat.name(path);
        return name.equals("package-lock.json") || name.equals("npm-shrinkwrap.json");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        JsonNode lock = Trees.json(file);
        if (!lock.path("lockfileVersion").isInt()) {
            throw new MalformedLock("it has no lockfileVersion");
        }
        if (lock.path("packages").isObject()) {
            for (Map.Entry<String, JsonNode> entry : lock.path("packages").properties()) {
                placed(file, out, entry.getKey(), entry.getValue());
            }
        } else {
            nested(file, out, lock.path("dependencies"), 0);
        }
    }

    private static void placed(LockFile file, Gathering out, String place, JsonNode entry) {
        int modules = place.lastIndexOf(MODULES);
        if (modules < 0 || entry.path("link").asBoolean()) {
            return;
        }
        String name = entry.path("name").asText(place.substring(modules + MODULES.length()));
        add(file, out, new Place(name, file.lineOf('"' + place + '"')), entry);
    }

    private static void nested(LockFile file, Gathering out, JsonNode dependencies, int depth) throws MalformedLock {
        if (depth > DEEPEST) {
            throw new MalformedLock("its dependencies lie too deep in each other");
        }
        for (Map.Entry<String, JsonNode> entry : dependencies.properties()) {
            add(file, out, new Place(entry.getKey(), file.lineOf('"' + entry.getKey() + '"')), entry.getValue());
            nested(file, out, entry.getValue().path("dependencies"), depth + 1);
        }
    }

    private record Place(String name, int line) {}

    private static void add(LockFile file, Gathering out, Place place, JsonNode entry) {
        String version = entry.path("version").asText();
        String name = place.name();
        if (version.startsWith("npm:") && version.lastIndexOf('@') > "npm:".length()) {
            name = version.substring("npm:".length(), version.lastIndexOf('@'));
            version = version.substring(version.lastIndexOf('@') + 1);
        }
        if (!VERSION.matcher(version).matches()) {
            out.gap(file.path() + ": " + name + " comes from no registry, so its version is unknown");
            return;
        }
        boolean development =
                entry.path("dev").asBoolean() || entry.path("devOptional").asBoolean();
        out.add(file, place.line(), new Named(Ecosystem.NPM, name, version, development));
    }
}
