package io.quantumlayer.samples.benchmarks.startup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;

/** The yardstick: parses a file with Jackson and does nothing else. */
public final class ParseMain {
    private ParseMain() {}

    /**
     * Parses the file and prints its kind.
     *
     * @param args the plan's file
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        JsonNode tree =
                new ObjectMapper(new YAMLFactory()).readTree(Path.of(args[0]).toFile());
        System.out.println(tree.path("kind").asText());
    }
}
