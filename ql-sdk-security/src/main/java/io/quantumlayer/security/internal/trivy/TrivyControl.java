package io.quantumlayer.security.internal.trivy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Files with faults for certain, laid beside the source: a trivy that does not see them does not look.
 *
 * @param folder the name of their folder, which no source can know
 * @param packages whether packages are asked for
 */
record TrivyControl(String folder, boolean packages) {
    private static final String IMAGE = "Dockerfile";
    private static final String SECRET = "settings.py";
    private static final String LOCK = "package-lock.json";

    void writeTo(Path source) throws IOException {
        Path room = Files.createDirectory(source.resolve(folder));
        Files.writeString(room.resolve(IMAGE), "FROM debian:12\nUSER root\nCMD [\"/bin/true\"]\n");
        // In two parts, since this file is scanned too.
        Files.writeString(room.resolve(SECRET), "access_key = \"AKIA" + "Q3EGRWKLVYNT7ZMB\"\n");
        if (packages) {
            Files.writeString(room.resolve(LOCK), """
                    {"name": "control", "version": "1.0.0", "lockfileVersion": 3, "packages": {
                      "": {"name": "control", "version": "1.0.0", "dependencies": {"ms": "2.1.3"}},
                      "node_modules/ms": {"version": "2.1.3"}}}
                    """);
        }
    }

    boolean holds(String path) {
        return path.startsWith(folder + "/");
    }

    /** Checks that every fault was seen. */
    void check(JsonNode results) throws UntrustedAnswer {
        Set<String> unseen = new HashSet<>(Set.of(IMAGE, SECRET));
        if (packages) {
            unseen.add(LOCK);
        }
        for (JsonNode result : results) {
            String target = result.path("Target").asText();
            if (holds(target)) {
                String name = target.substring(folder.length() + 1);
                String list = name.equals(IMAGE) ? "Misconfigurations" : name.equals(SECRET) ? "Secrets" : "Packages";
                if (!result.path(list).isEmpty()) {
                    unseen.remove(name);
                }
            }
        }
        if (!unseen.isEmpty()) {
            throw new UntrustedAnswer("it did not see what was laid before it to see whether it looks: "
                    + String.join(", ", unseen.stream().sorted().toList()));
        }
    }
}
