package io.quantumlayer.core.internal.detect;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks all installed providers at once whether they can be used, and waits for none of them longer than its limit. An
 * answer that one is ready stands for five seconds. Thread-safe. Close it to end its threads.
 */
public final class Detector implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Duration limit;
    private final List<Asking> providers = new ArrayList<>();

    /**
     * Creates a detector that gives each provider two seconds.
     *
     * @param providers the installed providers
     */
    public Detector(Providers providers) {
        this(providers, LIMIT);
    }

    /**
     * Creates a detector.
     *
     * @param providers the installed providers
     * @param limit how long each may take, in real time
     */
    public Detector(Providers providers, Duration limit) {
        this.limit = limit;
        for (ProviderCalls calls : providers.all()) {
            this.providers.add(new Asking(calls));
        }
    }

    /**
     * Detects.
     *
     * @param context the call; its deadline bounds the whole
     * @return one detection a provider, in their order; UNKNOWN with the reason where one gave no usable answer
     */
    public Environment detect(CallContext context) {
        AtomicBoolean over = new AtomicBoolean();
        CallContext bounded = context.within(limit)
                .cancelledBy(() -> over.get() || context.cancellation().requested());
        long end = System.nanoTime() + bounded.remaining().toNanos();
        List<Asking.Question> questions =
                providers.stream().map(provider -> provider.ask(bounded)).toList();
        try {
            List<Detection> found =
                    questions.stream().map(question -> question.await(end)).toList();
            return new Environment(found);
        } finally {
            over.set(true);
            questions.forEach(Asking.Question::cancel);
        }
    }

    @Override
    public void close() {
        providers.forEach(Asking::close);
    }
}
