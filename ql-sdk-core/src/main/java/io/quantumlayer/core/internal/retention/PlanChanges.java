package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.KeepReason;
import io.quantumlayer.api.spi.retention.Kept;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What points to doomed manifests since a plan was made. */
final class PlanChanges {
    private final Snapshot snapshot;
    private final Map<Digest, List<String>> doomed = new HashMap<>();
    private final Set<Digest> known = new HashSet<>();

    PlanChanges(Snapshot snapshot, RetentionPlan plan) {
        this.snapshot = snapshot;
        for (Deletion deletion : plan.deletions()) {
            doomed.put(deletion.digest(), deletion.tags());
            known.add(deletion.digest());
        }
        plan.kept().stream().map(Kept::digest).forEach(known::add);
    }

    /** Keeps what came, and what is doomed but got a tag, a signature or another thing of its own. */
    void keepIn(Keeping keeping) {
        for (ManifestNode node : snapshot.nodes()) {
            Digest digest = node.digest();
            List<String> tags = doomed.get(digest);
            Optional<Digest> fresh = snapshot.owned(digest).stream()
                    .filter(d -> !known.contains(d))
                    .findFirst();
            boolean changed = tags == null
                    ? !snapshot.tags(digest).isEmpty()
                    : fresh.isPresent() || !tags.containsAll(snapshot.tags(digest));
            if (changed) {
                keeping.keep(digest, KeepReason.CHANGED, tags == null ? Optional.empty() : fresh);
            }
        }
    }
}
