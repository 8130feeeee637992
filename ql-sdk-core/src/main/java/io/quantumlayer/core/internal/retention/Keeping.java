package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.retention.KeepReason;
import io.quantumlayer.api.spi.retention.Kept;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects what stays, and all that this needs. */
final class Keeping {
    private final Snapshot snapshot;
    private final Map<Digest, Kept> kept = new TreeMap<>();

    Keeping(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Keeps what is there, for the first reason that is given. */
    void keep(Digest digest, KeepReason reason, Optional<Digest> by) {
        if (snapshot.has(digest)) {
            kept.putIfAbsent(digest, new Kept(digest, snapshot.tags(digest), reason, by));
        }
    }

    /** Keeps what is in use, and every index that holds it. */
    void keepInUse(Set<Digest> inUse) {
        Deque<Digest> waiting = new ArrayDeque<>(inUse);
        while (!waiting.isEmpty()) {
            Digest digest = waiting.remove();
            if (!keeps(digest)) {
                keep(digest, KeepReason.IN_USE, Optional.empty());
                waiting.addAll(snapshot.indexes(digest));
            }
        }
    }

    /** Keeps all that is needed by what is kept until now. */
    void close(KeepReason reason) {
        Deque<Digest> waiting = new ArrayDeque<>(kept.keySet());
        while (!waiting.isEmpty()) {
            Digest digest = waiting.remove();
            for (Digest need : snapshot.needs(digest)) {
                if (!keeps(need)) {
                    keep(need, reason, Optional.of(digest));
                    waiting.add(need);
                }
            }
        }
    }

    boolean keeps(Digest digest) {
        return kept.containsKey(digest);
    }

    /** Returns all that stays, by digest. */
    List<Kept> all() {
        return List.copyOf(kept.values());
    }
}
