package io.quantumlayer.monitoring.internal.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the process table that Linux shows as files. */
final class LinuxProcesses implements Processes {
    /** Linux counts processor time in hundredths of a second for everybody, on each platform that Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    private static final long KIBIBYTE = 1024;

    private final Path root;

    LinuxProcesses(Path root) {
        this.root = root;
    }

    boolean available() {
        return Files.isReadable(root.resolve("self").resolve("stat"));
    }

    @Override
    public Optional<Usage> usage(WantedProcess wanted) {
        List<ProcessStat> tree = tree(wanted.pid());
        if (tree.isEmpty() || !wanted.began().orElseGet(() -> carriesRelease(tree, wanted.release()))) {
            return Optional.empty();
        }
        long ticks = tree.stream().mapToLong(ProcessStat::ticks).sum();
        long threads = tree.stream().mapToLong(ProcessStat::threads).sum();
        Optional<Long> memory = tree.stream()
                .flatMap(process -> residentBytes(process.pid()).stream())
                .reduce(Long::sum);
        return Optional.of(
                new Usage(Optional.of(Duration.ofMillis(ticks * MILLIS_PER_TICK)), memory, Optional.of(threads)));
    }

    /** A process and all that descend from it, those that have ended left out; empty if it does not run. */
    private List<ProcessStat> tree(long pid) {
        Map<Long, List<ProcessStat>> children = new HashMap<>();
        Deque<ProcessStat> next = new ArrayDeque<>();
        for (ProcessStat process : all()) {
            children.computeIfAbsent(process.parent(), unused -> new ArrayList<>())
                    .add(process);
            if (process.pid() == pid) {
                next.add(process);
            }
        }
        List<ProcessStat> tree = new ArrayList<>();
        while (!next.isEmpty()) {
            ProcessStat process = next.remove();
            tree.add(process);
            next.addAll(children.getOrDefault(process.pid(), List.of()));
        }
        return tree;
    }

    private List<ProcessStat> all() {
        List<ProcessStat> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "[0-9]*")) {
            for (Path folder : folders) {
                text(folder.resolve("stat")).flatMap(ProcessStat::parse).ifPresent(all::add);
            }
            return all;
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // a part of the table could hide a part of the tree
        }
    }

    /** Whether one of the processes was started for the release; a launcher above it need not carry its name. */
    private boolean carriesRelease(List<ProcessStat> tree, String release) {
        String variable = "\0QL_RELEASE=" + release + "\0";
        return tree.stream()
                .flatMap(process -> text(folder(process.pid()).resolve("environ")).stream())
                .anyMatch(environment -> ("\0" + environment + "\0").contains(variable));
    }

    private Optional<Long> residentBytes(long pid) {
        return text(folder(pid).resolve("status")).stream()
                .flatMap(String::lines)
                .filter(line -> line.matches("VmRSS:\\s+[0-9]{1,12} kB"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBIBYTE)
                .findFirst();
    }

    private Path folder(long pid) {
        return root.resolve(Long.toString(pid));
    }

    /** A file of the table, or empty if its process has ended or hides it. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
