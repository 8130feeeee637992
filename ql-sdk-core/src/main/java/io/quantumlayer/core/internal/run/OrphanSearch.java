package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.provider.Standing;
import io.quantumlayer.core.internal.guard.Inventory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what stands outside with what the journal's placed releases use. */
final class OrphanSearch {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Kernel kernel;
    private final Map<ApplicationId, Set<String>> used = new HashMap<>();

    OrphanSearch(Kernel kernel) {
        this.kernel = kernel;
    }

    Orphans orphans() {
        RunId run = kernel.ids().run(new ApplicationId("default", "orphans"));
        CallContext context =
                CallContext.of(run, run.value(), kernel.clock().instant().plus(LIMIT), kernel.clock());
        Inventory inventory = Inventory.of(kernel.tools().providers(), context, id -> !kernel.isBusy(id));
        List<Orphans.Orphan> orphans = inventory.found().stream()
                .filter(found -> !used(found.standing().application()).contains(found.resource()))
                .map(found -> orphan(found.provider(), found.standing()))
                .toList();
        return new Orphans(orphans, inventory.unsearched());
    }

    private Set<String> used(ApplicationId application) {
        return used.computeIfAbsent(
                application, id -> kernel.tools().releases().book(id).resources(null));
    }

    private static Orphans.Orphan orphan(String provider, Standing standing) {
        return new Orphans.Orphan(
                standing.application(),
                provider,
                standing.operation().id(),
                standing.operation().resource(),
                standing.since());
    }
}
