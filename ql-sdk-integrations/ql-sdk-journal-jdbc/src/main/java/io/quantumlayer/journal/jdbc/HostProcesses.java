package io.quantumlayer.journal.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether the process of an owner is gone. It answers only for owners of this host: a process id of another boot
 * or container says nothing here, and there the lease alone decides.
 */
final class HostProcesses {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\..*");

    /** How far apart two views of one process's start may be; the kernel derives it from a clock that can be set. */
    private static final Duration SAME_START = Duration.ofMinutes(1);

    private final String host;

    private HostProcesses(String host) {
        this.host = host;
    }

    static HostProcesses ofThisHost() {
        Path boot = Path.of("/proc/sys/kernel/random/boot_id");
        Path processIds = Path.of("/proc/self/ns/pid");
        try {
            return new HostProcesses(Files.readString(boot).strip() + " " + Files.readSymbolicLink(processIds));
        } catch (IOException e) {
            // Not Linux: there is one space of process ids, and nothing to tell apart.
            return new HostProcesses("");
        }
    }

    /** Returns what tells this boot of this machine, and this container, from others. */
    String host() {
        return host;
    }

    /**
     * Says whether the process that registered is certainly gone.
     *
     * @param ownerHost the {@link #host} under which it registered
     * @param name {@code <pid>.<process start in epoch milliseconds>.<random>}; any other name is never gone
     */
    boolean gone(String ownerHost, String name) {
        Matcher parts = NAME.matcher(name);
        if (!ownerHost.equals(host) || !parts.matches()) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts.group(1)));
        if (process.isEmpty() || !process.get().isAlive()) {
            return true;
        }
        Instant registered = Instant.ofEpochMilli(Long.parseLong(parts.group(2)));
        return process.get()
                .info()
                .startInstant()
                .map(start -> Duration.between(registered, start).abs().compareTo(SAME_START) > 0)
                .orElse(false);
    }
}
