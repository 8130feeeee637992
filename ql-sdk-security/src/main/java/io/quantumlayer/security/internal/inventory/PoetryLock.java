package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;

/** Reads the lock files of Poetry, old ones with categories and newer ones with groups. */
final class PoetryLock implements LockFormat {
    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("poetry.lock");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        JsonNode lock = Trees.toml(file);
        if (!lock.path("metadata").isObject()) {
            throw new MalformedLock("it has no metadata");
        }
        for (JsonNode entry : lock.path("package")) {
            String name = entry.path("name").asText();
            String source = entry.path("source").path("type").asText();
            if (source.equals("directory") || source.equals("file") || source.equals("git") || source.equals("url")) {
                out.gap(file.path() + ": " + name + " comes from no index");
            } else {
                int line = file.lineOf("name = \"" + name + '"');
                String version = entry.path("version").asText();
                out.add(file, line, new Named(Ecosystem.PYPI, name, version, development(entry)));
            }
        }
    }

    private static boolean development(JsonNode entry) {
        boolean main = false;
        for (JsonNode group : entry.path("groups")) {
            main |= group.asText().equals("main");
        }
        return entry.path("category").asText().equals("dev")
                || (entry.path("groups").isArray() && !entry.path("groups").isEmpty() && !main);
    }
}
