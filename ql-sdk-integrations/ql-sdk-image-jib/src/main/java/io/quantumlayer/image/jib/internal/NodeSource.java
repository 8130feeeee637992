package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Node application: its modules below, its own files above. */
final class NodeSource {
    private static final String MODULES = "/app/node_modules/";
    private static final String NODE = "node ";

    private NodeSource() {}

    static ImageSpec spec(Path root, ImageBase base) throws IOException {
        JsonNode described = Json.object(Files.readAllBytes(root.resolve("package.json")), "package.json");
        if (!described.path("dependencies").isEmpty() && !Files.isDirectory(root.resolve("node_modules"))) {
            throw Refusals.input(
                    "source",
                    "package.json names dependencies and there is no node_modules: run npm ci --omit=dev first.");
        }
        String start = described.path("scripts").path("start").asText();
        String main = start.startsWith(NODE)
                ? start.substring(NODE.length()).trim()
                : described.path("main").asText("index.js");
        if (!Files.isRegularFile(root.resolve(main))) {
            throw Refusals.input("source", "package.json starts " + main + ", which is not there.");
        }
        Map<String, Path> files = SourceFiles.below(root, "/app");
        return Split.of(files, MODULES)
                .on(base)
                .entrypoint(List.of("node", "/app/" + main))
                .workingDirectory("/app")
                .build();
    }
}
