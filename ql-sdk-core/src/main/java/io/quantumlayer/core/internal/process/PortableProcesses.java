package io.quantumlayer.core.internal.process;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the process table where only Java can: neither marker nor sandbox is visible there. */
final class PortableProcesses implements ProcessTable {
    private static final String EPOCH = "epoch:";

    /** The supervisor reads the clock, in whole seconds, a moment after its process began. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    @Override
    public boolean alive(PidRecord record) {
        return find(record).isPresent();
    }

    @Override
    public Set<Long> family(PidRecord record) {
        Set<Long> family = new LinkedHashSet<>();
        find(record).ifPresent(leader -> {
            family.add(leader.pid());
            leader.descendants().map(ProcessHandle::pid).forEach(family::add);
        });
        return family;
    }

    @Override
    public boolean isSandbox(long pid) {
        return false;
    }

    private static Optional<ProcessHandle> find(PidRecord record) {
        if (record.pid() <= 0 || !record.began().startsWith(EPOCH)) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(record.began().substring(EPOCH.length()));
        Instant began = Instant.ofEpochSecond(seconds);
        return ProcessHandle.of(record.pid())
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(start -> Duration.between(start, began).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(true));
    }
}
