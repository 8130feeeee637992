package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.journal.jdbc.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Holds journal and applications (default: .ql-sdk in the user's home).")
    private Path home = Path.of(System.getProperty("user.home"), ".ql-sdk");

    @Option(names = "--json", description = "Prints one JSON object a line on standard output and nothing else there.")
    private boolean json;

    Path home() {
        return home.toAbsolutePath().normalize();
    }

    Output output() {
        return json ? new JsonOutput(System.out) : new TextOutput(System.out);
    }

    /** Opens the library without a home: nothing is read or written below it. */
    static QuantumLayer withoutHome() {
        return QuantumLayerBuilder.create().build();
    }

    QuantumLayer open() {
        return builder().build();
    }

    QuantumLayerBuilder builder() {
        try {
            Files.createDirectories(home());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the home " + home(), e);
        }
        return QuantumLayerBuilder.create()
                .home(home())
                .setting("launcher", "path", Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .journal(SqliteJournal.at(home().resolve("journal.db")).build());
    }
}
