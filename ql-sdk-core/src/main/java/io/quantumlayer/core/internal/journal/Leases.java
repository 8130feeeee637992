package io.quantumlayer.core.internal.journal;

import io.quantumlayer.api.spi.journal.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Knows which owners live. An owner whose lease ran out lives until somebody claims its runs. Thread-safe. */
final class Leases {
    private final Map<Long, Lease> byFence = new HashMap<>();
    private long lastFence;

    synchronized Owner register(String name, Duration length, Instant now) {
        Owner owner = new Owner(name, ++lastFence);
        byFence.put(owner.fence(), new Lease(length, now.plus(length)));
        return owner;
    }

    synchronized boolean renew(Owner owner, Instant now) {
        return byFence.computeIfPresent(owner.fence(), (f, lease) -> lease.renewed(now)) != null;
    }

    synchronized void release(Owner owner) {
        byFence.remove(owner.fence());
    }

    synchronized boolean alive(Owner owner) {
        return byFence.containsKey(owner.fence());
    }

    /** Says whether an owner is dead at that time, and if so makes sure that it stays so. */
    synchronized boolean bury(long fence, Instant now) {
        Lease lease = byFence.get(fence);
        boolean dead = lease == null || !now.isBefore(lease.until());
        if (dead) {
            byFence.remove(fence);
        }
        return dead;
    }

    private record Lease(Duration length, Instant until) {
        Lease renewed(Instant now) {
            return new Lease(length, now.plus(length));
        }
    }
}
