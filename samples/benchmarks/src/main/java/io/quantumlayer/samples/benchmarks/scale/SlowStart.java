package io.quantumlayer.samples.benchmarks.scale;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.SpiCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the last operation of every release under way outside for five seconds. */
final class SlowStart implements CallInterceptor {
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);
    private static final String OPERATION = "part-1";

    private final Map<String, Instant> begun = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object around(SpiCall call) throws Throwable {
        if (!call.method().equals("ensure") || !call.operation().equals(OPERATION)) {
            return call.proceed();
        }
        CallContext context = call.context().orElseThrow();
        Instant now = context.clock().instant();
        Instant since = begun.computeIfAbsent(context.idempotencyKey(), key -> now);
        Duration left = Duration.between(now, since.plus(UNDER_WAY));
        return left.isNegative() || left.isZero() ? call.proceed() : Effect.pending(left);
    }
}
