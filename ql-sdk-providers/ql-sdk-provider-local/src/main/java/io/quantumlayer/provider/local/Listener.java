package io.quantumlayer.provider.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who listens on a port: a connection alone does not tell whether it reached the release or a stranger.
 *
 * @param kind whose process it is
 * @param pid the process that listens, or -1 unless it is {@link Kind#OURS}
 */
record Listener(Kind kind, long pid) {
    private static final String MARKER = "QL_MARKER=";

    /** Whose process listens. */
    enum Kind {
        /** The release's. */
        OURS,
        /** One that was seen and is not the release's. */
        FOREIGN,
        /** Nobody's that could be seen. */
        UNKNOWN
    }

    /**
     * Looks who listens.
     *
     * @param port the port
     * @param root the process that the release was started as
     * @param marker what the release's processes carry in their environment
     */
    static Listener at(ProcFs proc, int port, long root, String marker) throws IOException {
        Set<String> sockets = proc.available() ? proc.listening(port) : Set.of();
        if (sockets.isEmpty()) {
            return new Listener(Kind.UNKNOWN, -1);
        }
        Optional<Long> own = holder(proc, sockets, tree(root));
        if (own.isPresent()) {
            return new Listener(Kind.OURS, own.get());
        }
        return holder(proc, sockets, proc.processes())
                .map(pid -> proc.hasVariable(pid, MARKER + marker)
                        ? new Listener(Kind.OURS, pid)
                        : new Listener(Kind.FOREIGN, -1))
                .orElse(new Listener(Kind.UNKNOWN, -1));
    }

    private static Optional<Long> holder(ProcFs proc, Set<String> sockets, List<Long> processes) {
        return processes.stream()
                .filter(pid -> proc.holds(pid, sockets).orElse(false))
                .findFirst();
    }

    private static List<Long> tree(long root) {
        Stream<Long> below = ProcessHandle.of(root).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(root), below).toList();
    }
}
