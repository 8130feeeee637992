package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.retention.Deletion;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Orders what goes: owners before what they own, the oldest first, and each image's own things right after it. So
 * whatever is left when the work stops in the middle has all that it needs.
 */
final class DeletionOrder {
    private final Snapshot snapshot;
    private final Ages ages;
    private final SortedSet<Digest> left;
    private final Map<Digest, Integer> owners = new HashMap<>();
    private final List<Deletion> deletions = new ArrayList<>();

    DeletionOrder(Snapshot snapshot, Ages ages, SortedSet<Digest> doomed) {
        this.snapshot = snapshot;
        this.ages = ages;
        this.left = new TreeSet<>(doomed);
        doomed.forEach(d -> owners.put(d, snapshot.owners(d).size()));
        doomed.stream()
                .filter(d -> snapshot.owners(d).isEmpty())
                .sorted(Comparator.comparing((Digest d) -> ages.of(d).orElse(Instant.MAX))
                        .thenComparing(Comparator.naturalOrder()))
                .toList()
                .forEach(this::append);
    }

    /** Returns what can go, in order. */
    List<Deletion> deletions() {
        return List.copyOf(deletions);
    }

    /** Returns what owns itself through others, and so never comes to its turn. */
    SortedSet<Digest> left() {
        return left;
    }

    private void append(Digest root) {
        Deque<Digest> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            Digest digest = waiting.pop();
            left.remove(digest);
            deletions.add(deletion(digest));
            for (Digest thing : snapshot.owned(digest)) {
                if (left.contains(thing) && owners.merge(thing, -1, Integer::sum) == 0) {
                    waiting.push(thing);
                }
            }
        }
    }

    private Deletion deletion(Digest digest) {
        Optional<Digest> owner = snapshot.owners(digest).stream().findFirst();
        Optional<Instant> created = owner.isPresent() ? Optional.empty() : ages.of(digest);
        return new Deletion(digest, snapshot.tags(digest), created, owner);
    }
}
