package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.api.spi.retention.KeepReason;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Judges each manifest of a snapshot. Used once. */
final class Selection {
    /** How long something may refer to what is not there: whoever copies an image may push its signature first. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final Snapshot snapshot;
    private final Ages ages;
    private final ImageRetention retention;
    private final Instant oldestOfNewest;

    Selection(Snapshot snapshot, Ages ages, ImageRetention retention) {
        this.snapshot = snapshot;
        this.ages = ages;
        this.retention = retention;
        this.oldestOfNewest = snapshot.nodes().stream()
                .filter(this::isRanked)
                .flatMap(node -> ages.of(node.digest()).stream())
                .sorted(Comparator.reverseOrder())
                .skip(retention.newest() - 1L)
                .findFirst()
                .orElse(Instant.MIN);
    }

    RetentionPlan plan(ImageReference repository) {
        Keeping keeping = new Keeping(snapshot);
        keeping.keepInUse(retention.inUse());
        for (ManifestNode node : snapshot.nodes()) {
            if (isJudged(node)) {
                reason(node).ifPresent(reason -> keeping.keep(node.digest(), reason, Optional.empty()));
            }
        }
        keeping.close(KeepReason.REFERRED);
        DeletionOrder order = new DeletionOrder(snapshot, ages, doomed(keeping));
        while (!order.left().isEmpty()) {
            order.left()
                    .forEach(d -> keeping.keep(
                            d, KeepReason.REFERRED, snapshot.owners(d).stream().findFirst()));
            keeping.close(KeepReason.REFERRED);
            order = new DeletionOrder(snapshot, ages, doomed(keeping));
        }
        return new RetentionPlan(repository, order.deletions(), keeping.all());
    }

    private SortedSet<Digest> doomed(Keeping keeping) {
        SortedSet<Digest> doomed = new TreeSet<>();
        for (ManifestNode node : snapshot.nodes()) {
            if (!keeping.keeps(node.digest())) {
                doomed.add(node.digest());
            }
        }
        return doomed;
    }

    /** Platform images with a tag of their own share the place of their index. */
    private boolean isRanked(ManifestNode node) {
        return snapshot.isTagged(node.digest())
                && !snapshot.isAccessory(node)
                && snapshot.indexes(node.digest()).isEmpty();
    }

    /** What belongs to something else is judged with that, unless it is an image with a tag of its own. */
    private boolean isJudged(ManifestNode node) {
        boolean own = snapshot.isTagged(node.digest()) && !snapshot.isAccessory(node);
        return own || snapshot.owners(node.digest()).isEmpty();
    }

    private Optional<KeepReason> reason(ManifestNode node) {
        Optional<Instant> created = ages.of(node.digest());
        if (created.isEmpty()) {
            return Optional.of(KeepReason.UNKNOWN_AGE);
        }
        Duration age = Duration.between(created.get(), ages.now());
        if (snapshot.isAccessory(node)) {
            Duration least = retention.age().filter(a -> a.compareTo(GRACE) > 0).orElse(GRACE);
            return age.compareTo(least) <= 0 ? Optional.of(KeepReason.YOUNG) : Optional.empty();
        }
        if (!created.get().isBefore(oldestOfNewest)) {
            return Optional.of(KeepReason.NEWEST);
        }
        return retention.age().filter(a -> age.compareTo(a) <= 0).map(a -> KeepReason.YOUNG);
    }
}
