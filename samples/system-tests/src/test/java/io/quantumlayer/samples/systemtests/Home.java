package io.quantumlayer.samples.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.journal.jdbc.SqliteJournal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A home on disk, and what can be seen of it from outside the library. */
final class Home {
    private final Path folder;

    Home(Path folder) {
        this.folder = folder;
    }

    QuantumLayer open() {
        return builder().build();
    }

    QuantumLayerBuilder builder() {
        return QuantumLayerBuilder.create()
                .home(folder)
                .journal(SqliteJournal.at(folder.resolve("journal.db")).build());
    }

    /** Writes the whole history as the journal keeps it. */
    void export(OutputStream out) throws IOException {
        try (Journal journal = SqliteJournal.at(folder.resolve("journal.db")).build()) {
            journal.export("default", out);
        }
    }

    Path folder() {
        return folder;
    }

    /** The processes on this machine whose command or environment names this home. */
    List<Long> processes() {
        long self = ProcessHandle.current().pid();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(p -> p.pid() != self)
                    .filter(p -> mentions(p.pid()))
                    .map(ProcessHandle::pid)
                    .toList();
        }
    }

    private boolean mentions(long pid) {
        try {
            Path proc = Path.of("/proc", Long.toString(pid));
            String text = Files.readString(proc.resolve("cmdline"), ISO_8859_1)
                    + Files.readString(proc.resolve("environ"), ISO_8859_1);
            return text.contains(folder.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    List<Path> files(String part) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> folder.relativize(p).toString().contains(part))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
