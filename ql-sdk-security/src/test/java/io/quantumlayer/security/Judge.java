package io.quantumlayer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A tool that others wrote to judge documents; a missing one skips the test by its name. */
final class Judge {
    private final List<String> command;
    private final Path folder;

    private Judge(List<String> command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** Judges with a program of an environment, which takes the file as its last argument. */
    static Judge program(String peer, String name, List<String> arguments, Path folder) {
        List<String> command = new ArrayList<>(List.of(there(peer, peer + "/bin/" + name)));
        command.addAll(arguments);
        return new Judge(command, folder);
    }

    /** Judges with a few lines of Python in an environment. */
    static Judge python(String peer, String script, Path folder) {
        return program(peer, "python", List.of("-c", script), folder);
    }

    /** Judges with a JSON schema that a package carries. */
    static Judge schema(String peer, String file, Path folder) {
        String schema = there(peer, peer + "/node_modules/@microsoft/jest-sarif/" + file);
        String tool = there("check-jsonschema", "check-jsonschema/bin/check-jsonschema");
        // The published schema has a pattern with a lone bracket, which the default of the tool refuses.
        return new Judge(List.of(tool, "--no-cache", "--regex-variant", "python", "--schemafile", schema), folder);
    }

    private static String there(String peer, String path) {
        Path file = Optional.ofNullable(System.getenv("QL_PEERS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "ql-peers"))
                .resolve(path);
        assumeTrue(Files.exists(file), "peer " + peer + " is missing; .ci/peers " + peer + " installs it");
        return file.toString();
    }

    /** Returns what is wrong with a document; nothing if it is valid. */
    String says(String document) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("document.json"), document);
        Path said = folder.resolve("judge.log");
        List<String> whole = new ArrayList<>(command);
        whole.add(file.toString());
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isIn(0, 1);
        return process.exitValue() == 0 ? "" : text + "refused";
    }
}
