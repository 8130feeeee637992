package io.quantumlayer.samples.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.journal.jdbc.SqliteJournal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The markers in the environments of those processes: one for each release that runs. */
    Set<String> markers() {
        return processes().stream()
                .flatMap(pid -> Arrays.stream(read(pid, "environ").split("\0")))
                .filter(variable -> variable.startsWith("QL_MARKER="))
                .collect(Collectors.toSet());
    }

    /** The sockets on which those processes listen, by inode. */
    Set<String> listening() throws IOException {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.map(line -> line.trim().split("\\s+"))
                        .filter(fields -> fields[3].equals("0A"))
                        .forEach(fields -> sockets.add("socket:[" + fields[9] + "]"));
            }
        }
        Set<String> held = processes().stream().flatMap(Home::open).collect(Collectors.toSet());
        sockets.retainAll(held);
        return sockets;
    }

    private static Stream<String> open(long pid) {
        List<String> targets = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path entry : entries) {
                targets.add(Files.readSymbolicLink(entry).toString());
            }
        } catch (IOException | DirectoryIteratorException gone) {
            return targets.stream();
        }
        return targets.stream();
    }

    private boolean mentions(long pid) {
        return (read(pid, "cmdline") + read(pid, "environ")).contains(folder.toString());
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file), ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** The folders of releases that lie here. */
    List<Path> releases() {
        return files("releases").stream()
                .filter(p -> p.getParent().getFileName().toString().equals("releases"))
                .toList();
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
