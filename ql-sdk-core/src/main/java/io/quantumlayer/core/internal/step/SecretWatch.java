package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.core.internal.state.PlacedRelease;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the redactor know the secrets of an application before anybody outside answers: a provider may repeat in this
 * process what it was given by an earlier one. Thread-safe.
 */
public final class SecretWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SecretWatch.class);

    private final Tools tools;
    private final Map<RunId, Set<SecretRef>> known = new ConcurrentHashMap<>();

    /**
     * Creates a watch that knows nothing.
     *
     * @param tools resolve and list
     */
    public SecretWatch(Tools tools) {
        this.tools = tools;
    }

    /**
     * Resolves what the placed releases of an application and a plan refer to, each once a run.
     *
     * @param context the call
     * @param further references beside those of the placed releases
     */
    public void learn(CallContext context, Iterable<SecretRef> further) {
        Set<SecretRef> seen = known.get(context.run());
        Set<SecretRef> wanted = new LinkedHashSet<>();
        further.forEach(wanted::add);
        if (seen == null) {
            for (PlacedRelease release :
                    tools.releases().book(context.run().application()).placed()) {
                wanted.addAll(release.spec().workload().secrets().values());
            }
        } else {
            wanted.removeAll(seen);
        }
        wanted.forEach(reference -> resolve(context, reference));
        if (seen == null || !wanted.isEmpty()) {
            known.merge(context.run(), Set.copyOf(wanted), SecretWatch::both);
        }
    }

    private static Set<SecretRef> both(Set<SecretRef> some, Set<SecretRef> others) {
        Set<SecretRef> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private void resolve(CallContext context, SecretRef reference) {
        try {
            tools.secrets().resolve(context, reference).close();
        } catch (QuantumLayerException e) {
            // The step that needs it reports it; here there is nothing to mask.
            LOG.debug("secret {} is not known yet: {}", reference, e.failure().code());
        }
    }

    /**
     * Forgets a run.
     *
     * @param run the run
     */
    public void forget(RunId run) {
        known.remove(run);
    }
}
