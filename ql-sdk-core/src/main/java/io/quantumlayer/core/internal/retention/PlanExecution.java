package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.KeepReason;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import io.quantumlayer.api.spi.retention.RetentionResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deletes what a plan says, as far as the repository did not change in a way that matters. Used once. */
final class PlanExecution {
    private final ImageRegistry registry;
    private final CallContext context;
    private final ImageReference repository;
    private final Snapshot snapshot;
    private final Keeping keeping;
    private final Set<Digest> gone = new HashSet<>();
    private final List<Deletion> deleted = new ArrayList<>();
    private final List<RetentionResult.Refusal> refused = new ArrayList<>();
    private final List<Deletion> untried = new ArrayList<>();

    PlanExecution(ImageRegistry registry, CallContext context, ImageReference repository, Snapshot snapshot) {
        this.registry = registry;
        this.context = context;
        this.repository = repository;
        this.snapshot = snapshot;
        this.keeping = new Keeping(snapshot);
    }

    RetentionResult carryOut(RetentionPlan plan, Set<Digest> inUse) {
        keeping.keepInUse(inUse);
        plan.kept().forEach(kept -> keeping.keep(kept.digest(), kept.reason(), kept.by()));
        new PlanChanges(snapshot, plan).keepIn(keeping);
        keeping.close(KeepReason.CHANGED);
        for (Deletion deletion : plan.deletions()) {
            if (!untried.isEmpty() || isOver()) {
                untried.add(deletion);
            } else {
                settle(deletion);
            }
        }
        return new RetentionResult(deleted, keeping.all(), refused, untried);
    }

    private boolean isOver() {
        boolean failed =
                !refused.isEmpty() && !isRefusal(refused.get(refused.size() - 1).failure());
        return failed
                || context.cancellation().requested()
                || context.remaining().isZero();
    }

    private void settle(Deletion deletion) {
        Digest digest = deletion.digest();
        if (keeping.keeps(digest)) {
            return;
        }
        Optional<Digest> standing = snapshot.owners(digest).stream()
                .filter(owner -> !gone.contains(owner))
                .findFirst();
        if (standing.isPresent()) {
            keeping.keep(digest, KeepReason.REFERRED, standing);
        } else {
            delete(deletion);
        }
    }

    private void delete(Deletion deletion) {
        try {
            if (snapshot.has(deletion.digest())) {
                registry.delete(context, repository.at(deletion.digest()));
            }
            gone.add(deletion.digest());
            deleted.add(deletion);
        } catch (QuantumLayerException e) {
            refused.add(new RetentionResult.Refusal(deletion, e.failure()));
        }
    }

    /** Says whether the registry answered that it does not delete this one, so that others may be asked for. */
    private static boolean isRefusal(Failure failure) {
        return switch (failure.type()) {
            case AUTHORIZATION, RESOURCE, CONFIGURATION, VALIDATION, CONCURRENCY, DEPENDENCY -> true;
            case NETWORK, SERVICE_UNAVAILABLE, AUTHENTICATION, TIMEOUT, UNKNOWN -> false;
        };
    }
}
