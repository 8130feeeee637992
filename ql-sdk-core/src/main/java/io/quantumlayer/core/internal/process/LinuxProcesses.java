package io.quantumlayer.core.internal.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /proc}, which tells start time, session and environment of every process. */
final class LinuxProcesses implements ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");
    private static final String MARKER = "QL_MARKER=";

    private static final Pattern EFFECTIVE_UID = Pattern.compile("(?m)^Uid:\t\\d+\t(\\d+)");

    private final String boot = text(BOOT).strip();

    /** One line of the table. */
    private record Entry(long pid, char state, long parent, long session, String ticks) {
        boolean runs() {
            return state != 'Z' && state != 'X';
        }
    }

    static boolean present() {
        return Files.isReadable(BOOT);
    }

    /** Returns the uid that this JVM acts under. */
    static int uid() {
        Matcher line = EFFECTIVE_UID.matcher(text(PROC.resolve("self/status")));
        if (!line.find()) {
            throw new IllegalStateException("the kernel does not say which uid this process has");
        }
        return Integer.parseUnsignedInt(line.group(1));
    }

    @Override
    public boolean alive(PidRecord record) {
        return record.pid() > 0
                && entry(record.pid()).filter(e -> isLeader(e, record)).isPresent();
    }

    private boolean isLeader(Entry entry, PidRecord record) {
        return entry.runs()
                && record.pid() == entry.pid()
                && record.began().equals(boot + ":" + entry.ticks())
                && marker(entry.pid()).map(record.marker()::equals).orElse(true);
    }

    /**
     * By descent, by session, by marker: each finds what the others cannot once a process has moved away. Nobody
     * gets the number of a session that still has members, so it is only doubtful where its first process is
     * another one by now.
     */
    @Override
    public Set<Long> family(PidRecord record) {
        Map<Long, Entry> table = table();
        Set<Long> family = new LinkedHashSet<>();
        Entry first = table.get(record.pid());
        boolean sessionIsOurs = record.began().startsWith(boot + ":") && (first == null || isLeader(first, record));
        for (Entry entry : table.values()) {
            boolean inSession = sessionIsOurs && entry.session() == record.pid();
            if (inSession || marker(entry.pid()).filter(record.marker()::equals).isPresent()) {
                family.add(entry.pid());
            }
        }
        boolean grown = true;
        while (grown) {
            grown = addChildren(table, family);
        }
        family.removeIf(
                pid -> !Optional.ofNullable(table.get(pid)).map(Entry::runs).orElse(false));
        family.remove(ProcessHandle.current().pid());
        return family;
    }

    private static boolean addChildren(Map<Long, Entry> table, Set<Long> family) {
        List<Long> children = table.values().stream()
                .filter(entry -> family.contains(entry.parent()))
                .map(Entry::pid)
                .toList();
        return family.addAll(children);
    }

    @Override
    public boolean isSandbox(long pid) {
        return text(PROC.resolve(pid + "/comm")).strip().equals("bwrap");
    }

    private static Map<Long, Entry> table() {
        Map<Long, Entry> table = new HashMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[1-9]*")) {
            for (Path process : processes) {
                entry(Long.parseLong(process.getFileName().toString())).ifPresent(e -> table.put(e.pid(), e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + PROC, e);
        }
        return table;
    }

    private static Optional<Entry> entry(long pid) {
        String stat = text(PROC.resolve(pid + "/stat"));
        int afterName = stat.lastIndexOf(')') + 2;
        String[] fields =
                afterName < 2 ? new String[0] : stat.substring(afterName).split(" ");
        if (fields.length < 20) {
            return Optional.empty();
        }
        return Optional.of(
                new Entry(pid, fields[0].charAt(0), Long.parseLong(fields[1]), Long.parseLong(fields[3]), fields[19]));
    }

    /** Returns the marker a process was started with; empty if it has none or may not be read. */
    private static Optional<String> marker(long pid) {
        for (String variable : text(PROC.resolve(pid + "/environ")).split("\0", -1)) {
            if (variable.startsWith(MARKER)) {
                return Optional.of(variable.substring(MARKER.length()));
            }
        }
        return Optional.empty();
    }

    /**
     * A process that ended in between, or one that may not be looked at, has no text. Read as a plain stream, since a
     * channel refuses an interrupted thread, for which nothing would run any more.
     */
    private static String text(Path file) {
        try (FileInputStream stream = new FileInputStream(file.toFile())) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
