package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks check-jsonschema, which others wrote, about schemas and what fits them. */
final class SchemaJudge {
    private final Path tool;
    private final Path folder;

    private SchemaJudge(Path tool, Path folder) {
        this.tool = tool;
        this.folder = folder;
    }

    /** Skips the test by name where the tool is missing. */
    static SchemaJudge in(Path folder) {
        Path peers = Optional.ofNullable(System.getenv("QL_PEERS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "ql-peers"));
        Path tool = peers.resolve("check-jsonschema/bin/check-jsonschema");
        assumeTrue(
                Files.isExecutable(tool), "peer check-jsonschema is missing; .ci/peers check-jsonschema installs it");
        return new SchemaJudge(tool, folder);
    }

    boolean isSchema(String schema) throws IOException, InterruptedException {
        return run("--check-metaschema", written(schema).toString());
    }

    /** The names of the documents that do not fit, in their order; a name without an ending is one of YAML. */
    List<String> refused(String schema, Map<String, String> documents) throws IOException, InterruptedException {
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, String> document : documents.entrySet()) {
            String name = document.getKey().endsWith(".json") ? document.getKey() : document.getKey() + ".yaml";
            Path file = Files.writeString(folder.resolve(name), document.getValue());
            if (!run("--schemafile", written(schema).toString(), file.toString())) {
                refused.add(document.getKey());
            }
        }
        return refused;
    }

    private Path written(String schema) throws IOException {
        return Files.writeString(folder.resolve("judged.schema.json"), schema);
    }

    /** Returns whether the tool was content; any answer but yes and no is a failure of the test. */
    private boolean run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool.toString(), "--no-cache"));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("judge.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isIn(0, 1);
        return process.exitValue() == 0;
    }
}
