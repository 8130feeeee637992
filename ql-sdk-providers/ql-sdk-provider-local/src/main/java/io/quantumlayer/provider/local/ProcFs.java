package io.quantumlayer.provider.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what Linux tells about processes from outside them; other platforms have no such folder. */
final class ProcFs {
    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int MOUNT_POINT = 4;
    private static final int MOUNT_OPTIONS = 5;
    /** IPv4 loopback and any, IPv6 any, and IPv4 loopback within IPv6, as the kernel writes them. */
    private static final Set<String> REACHABLE =
            Set.of("0100007F", "00000000", "00000000000000000000000000000000", "0000000000000000FFFF00000100007F");

    private final Path root;

    ProcFs(Path root) {
        this.root = root;
    }

    boolean available() {
        return Files.isReadable(root.resolve("self").resolve("status"));
    }

    /** The fields of a process's status, such as {@code Uid}. */
    Map<String, String> status(long pid) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder(pid).resolve("status"), StandardCharsets.ISO_8859_1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** The identity of a namespace of a process, such as {@code pid:[4026531836]}. */
    String namespace(long pid, String kind) throws IOException {
        return namespace(folder(pid), kind);
    }

    /** How the root of a process is mounted, such as {@code ro,relatime}. */
    String rootOptions(long pid) throws IOException {
        for (String line : Files.readAllLines(folder(pid).resolve("mountinfo"), StandardCharsets.ISO_8859_1)) {
            String[] words = line.split(" ", -1);
            if (words.length > MOUNT_OPTIONS && words[MOUNT_POINT].equals("/")) {
                return words[MOUNT_OPTIONS];
            }
        }
        throw new IOException("no root is mounted for process " + pid);
    }

    /** The identity of a namespace of this process. */
    String ownNamespace(String kind) throws IOException {
        return namespace(root.resolve("self"), kind);
    }

    /** The sockets that take connections to a port of loopback. */
    Set<String> listening(int port) throws IOException {
        Set<String> inodes = new HashSet<>();
        String wanted = String.format(":%04X", port);
        for (String table : List.of("tcp", "tcp6")) {
            Path file = root.resolve("self").resolve("net").resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length > INODE && words[STATE].equals(LISTENING) && listensAt(words[ADDRESS], wanted)) {
                    inodes.add(words[INODE]);
                }
            }
        }
        return inodes;
    }

    /** Whether a process holds one of these sockets; empty if it may not be asked. */
    Optional<Boolean> holds(long pid, Set<String> inodes) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(pid).resolve("fd"))) {
            for (Path file : files) {
                String target = target(file);
                if (target.startsWith("socket:[")
                        && inodes.contains(target.substring("socket:[".length(), target.length() - 1))) {
                    return Optional.of(true);
                }
            }
            return Optional.of(false);
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty(); // it ended, or belongs to somebody else
        }
    }

    /** Every process that can be seen. */
    List<Long> processes() throws IOException {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "[0-9]*")) {
            folders.forEach(folder -> pids.add(Long.valueOf(folder.getFileName().toString())));
        }
        return pids;
    }

    /** Whether a variable stands in a process's environment; false too if it may not be read. */
    boolean hasVariable(long pid, String assignment) {
        try {
            String environment = Files.readString(folder(pid).resolve("environ"), StandardCharsets.ISO_8859_1);
            return List.of(environment.split("\0", -1)).contains(assignment);
        } catch (IOException e) {
            return false; // gone, or somebody else's: then it is none that we started
        }
    }

    private static boolean listensAt(String address, String port) {
        return address.endsWith(port) && REACHABLE.contains(address.substring(0, address.length() - port.length()));
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return ""; // closed while we looked
        }
    }

    private static String namespace(Path process, String kind) throws IOException {
        return Files.readSymbolicLink(process.resolve("ns").resolve(kind)).toString();
    }

    private Path folder(long pid) {
        return root.resolve(Long.toString(pid));
    }
}
