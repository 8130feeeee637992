package io.quantumlayer.testkit.bench;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageBuilder;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.ImageSigning;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.SpiCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Watches the second law: before a provider, a monitor or a registry is asked for an effect, its intent stands in the
 * journal under the key of the call. Thread-safe.
 */
public final class IntentWatch implements CallInterceptor {
    private static final Map<Class<?>, Set<String>> EFFECTS = Map.of(
            Provider.class, Set.of("ensure", "remove", "switchTraffic", "switchOff"),
            Monitor.class, Set.of("attach", "detach"),
            ImageBuilder.class, Set.of("build", "push"),
            ImageSigning.class, Set.of("sign", "attest"),
            ImageRegistry.class, Set.of("delete"));

    private final Journal journal;
    private final List<String> violations = new CopyOnWriteArrayList<>();

    /**
     * Creates a watch.
     *
     * @param journal where the intents must stand
     */
    public IntentWatch(Journal journal) {
        this.journal = journal;
    }

    /**
     * Returns which effects were asked for without an intent.
     *
     * @return one line each; empty if the law was kept
     */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public @Nullable Object around(SpiCall call) throws Throwable {
        if (EFFECTS.getOrDefault(call.type(), Set.of()).contains(call.method())) {
            call.context()
                    .filter(context -> !intended(context))
                    .ifPresent(context -> violations.add(call + " in run " + context.run()
                            + " without an intent of key " + context.idempotencyKey()));
        }
        return call.proceed();
    }

    private boolean intended(CallContext context) {
        RunId run = context.run();
        return journal.read(run).stream()
                .filter(stored -> stored.record().kind() == JournalRecord.Kind.INTENT)
                .map(stored -> new String(stored.record().json(), StandardCharsets.UTF_8))
                .anyMatch(json -> json.contains(context.idempotencyKey()));
    }
}
