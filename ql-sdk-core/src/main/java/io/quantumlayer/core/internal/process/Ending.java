package io.quantumlayer.core.internal.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Ends a command and everything it started: asked first, killed after the grace time, looked for until gone. Used
 * once, by one thread.
 */
final class Ending {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofSeconds(10);

    /**
     * A process that is just becoming another program shows no environment for a moment, so one look is not enough.
     */
    private static final int LOOKS = 2;

    private final ProcessTable table;
    private final PidRecord record;
    private int emptyLooks;

    Ending(ProcessTable table, PidRecord record) {
        this.table = table;
        this.record = record;
    }

    /** An interrupt ends the patience, not the work. */
    void end(Duration grace) {
        Set<Long> asked = new HashSet<>();
        await(() -> Thread.currentThread().isInterrupted() || leftWhenAsked(asked), grace);
        boolean interrupted = Thread.interrupted();
        await(this::goneForGood, GIVE_UP);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goneForGood() {
        emptyLooks = killedAll() ? emptyLooks + 1 : 0;
        return emptyLooks >= LOOKS;
    }

    /** Asks each process once, also those that appear meanwhile: a command that just starts may not be there yet. */
    private boolean leftWhenAsked(Set<Long> asked) {
        if (!table.alive(record)) {
            return true;
        }
        table.family(record).stream()
                .filter(pid -> pid != record.pid() && !table.isSandbox(pid) && asked.add(pid))
                .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
        return false;
    }

    /** The supervisor goes last, so that it can still write down how the command ended. */
    private boolean killedAll() {
        Set<Long> family = table.family(record);
        boolean supervised = family.remove(record.pid());
        family.forEach(Ending::kill);
        if (supervised && !await(() -> !table.alive(record), LAST_WORDS)) {
            kill(record.pid());
        }
        return family.isEmpty() && !table.alive(record);
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Waits for a process of which Java is not the parent. */
    private static boolean await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
