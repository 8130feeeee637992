package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.inventory.Gathering.Named;
import io.quantumlayer.security.inventory.Ecosystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lock files of uv; what only a group for development leads to is for development. */
final class UvLock implements LockFormat {
    @Override
    public boolean reads(String path) {
        return LockFormat.name(path).equals("uv.lock");
    }

    @Override
    public void read(LockFile file, Gathering out) throws MalformedLock {
        JsonNode lock = Trees.toml(file);
        if (!lock.path("version").isInt()) {
            throw new MalformedLock("it has no version");
        }
        Set<String> running = running(lock);
        for (JsonNode entry : lock.path("package")) {
            String name = entry.path("name").asText();
            if (entry.path("source").has("registry")) {
                int line = file.lineOf("name = \"" + name + '"');
                String version = entry.path("version").asText();
                out.add(file, line, new Named(Ecosystem.PYPI, name, version, !running.contains(name)));
            } else if (!project(entry)) {
                out.gap(file.path() + ": " + name + " comes from no index");
            }
        }
    }

    private static boolean project(JsonNode entry) {
        JsonNode source = entry.path("source");
        return source.has("virtual") || source.has("editable") || source.has("directory");
    }

    private static Set<String> running(JsonNode lock) {
        Map<String, List<JsonNode>> byName = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (JsonNode entry : lock.path("package")) {
            String name = entry.path("name").asText();
            byName.computeIfAbsent(name, n -> new ArrayList<>()).add(entry);
            if (project(entry)) {
                open.add(name);
            }
        }
        Set<String> seen = new HashSet<>(open.isEmpty() ? byName.keySet() : open);
        while (!open.isEmpty()) {
            for (JsonNode entry : byName.getOrDefault(open.pop(), List.of())) {
                List<JsonNode> needed = new ArrayList<>(List.of(entry.path("dependencies")));
                entry.path("optional-dependencies").forEach(needed::add);
                needed.forEach(list -> list.forEach(dependency -> {
                    String name = dependency.path("name").asText();
                    if (seen.add(name)) {
                        open.push(name);
                    }
                }));
            }
        }
        return seen;
    }
}
