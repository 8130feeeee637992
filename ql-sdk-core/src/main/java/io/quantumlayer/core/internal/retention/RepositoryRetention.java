package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import io.quantumlayer.api.spi.retention.RetentionResult;
import java.util.Set;
import java.util.TreeSet;

/** Plans and carries out over one registry. */
public final class RepositoryRetention {
    private final ImageRegistry registry;

    /**
     * Works on a registry.
     *
     * @param registry the client
     */
    public RepositoryRetention(ImageRegistry registry) {
        this.registry = registry;
    }

    /**
     * Reads and judges.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @param rule which images stay
     * @return the plan
     */
    public RetentionPlan plan(CallContext context, ImageReference repository, ImageRetention rule) {
        Snapshot snapshot = new SnapshotReader(registry, context, repository).read(rule.inUse());
        return new Selection(snapshot, new Ages(registry, context, repository, snapshot), rule).plan(repository);
    }

    /**
     * Reads again and deletes.
     *
     * @param context the call
     * @param plan the plan
     * @param inUse what stays in any case
     * @return what became of it
     */
    public RetentionResult carryOut(CallContext context, RetentionPlan plan, Set<Digest> inUse) {
        Set<Digest> known = new TreeSet<>(inUse);
        plan.deletions().stream().map(Deletion::digest).forEach(known::add);
        Snapshot snapshot = new SnapshotReader(registry, context, plan.repository()).read(known);
        return new PlanExecution(registry, context, plan.repository(), snapshot).carryOut(plan, inUse);
    }
}
