package io.quantumlayer.security.internal.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the snapshots of a pnpm lock file from what its projects need to run. */
final class PnpmReach {
    private static final List<String> RUNNING = List.of("dependencies", "optionalDependencies");

    private final JsonNode lock;
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    PnpmReach(JsonNode lock) {
        this.lock = lock;
    }

    /** The keys of the packages that are needed to run, without their peers. */
    Set<String> running() {
        for (JsonNode importer : lock.path("importers")) {
            RUNNING.forEach(kind -> importer.path(kind)
                    .properties()
                    .forEach(e -> reach(e.getKey(), e.getValue().path("version").asText())));
        }
        while (!open.isEmpty()) {
            JsonNode snapshot = lock.path("snapshots").path(open.pop());
            for (String kind : RUNNING) {
                for (Map.Entry<String, JsonNode> entry : snapshot.path(kind).properties()) {
                    reach(entry.getKey(), entry.getValue().asText());
                }
            }
        }
        Set<String> keys = new HashSet<>();
        seen.forEach(key -> keys.add(withoutPeers(key)));
        return keys;
    }

    private void reach(String name, String version) {
        String key = withoutPeers(version).contains("@") ? version : name + "@" + version;
        if (seen.add(key)) {
            open.push(key);
        }
    }

    private static String withoutPeers(String key) {
        int peers = key.indexOf('(');
        return peers < 0 ? key : key.substring(0, peers);
    }
}
