package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.List;
import java.util.Map;

/** Reads the lock files of pipenv. */
final class PipfileLock implements LockFormat {
    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("Pipfile.lock");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        JsonNode lock = Trees.json(file);
        if (!lock.path("_meta").isObject()) {
            throw new MalformedLock("it has no _meta");
        }
        for (String section : List.of("default", "develop")) {
            for (Map.Entry<String, JsonNode> entry : lock.path(section).properties()) {
                String version = entry.getValue().path("version").asText();
                if (version.startsWith("==")) {
                    int line = file.lineOf('"' + entry.getKey() + '"');
                    String exact = version.substring(2);
                    out.add(file, line, new Named(Ecosystem.PYPI, entry.getKey(), exact, section.equals("develop")));
                } else {
                    out.gap(file.path() + ": " + entry.getKey() + " comes from no index, so its version is unknown");
                }
            }
        }
    }
}
