package io.quantumlayer.core.internal.assembly;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** Names this host for the journal's lease: process id, process start, and randomness for several instances in one. */
final class HostName {
    private HostName() {}

    static String of(RandomGenerator random) {
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return self.pid() + "." + started + "." + Integer.toHexString(random.nextInt());
    }
}
