package io.quantumlayer.core.internal.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls one provider: at most so many calls at once, none to an operation whose breaker is open, and every exception
 * becomes a failure. A refusal is a failure with a delay, never a blocked thread. Thread-safe.
 */
public final class ProviderCalls {
    private static final Duration REFUSED_FOR = Duration.ofMillis(250);
    private static final Duration OPEN_FOR = Duration.ofSeconds(15);
    private static final int WINDOW = 50;
    private static final int MINIMUM_CALLS = 20;

    private final Provider provider;
    private final Classifier classifier;
    private final Bulkhead bulkhead;
    private final CircuitBreakerConfig breakerConfig;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /**
     * Creates the guard of a provider.
     *
     * @param provider the provider
     * @param classifier classifies what it throws
     * @param atOnce how many calls it gets at once
     * @param clock the source of time for the breakers
     */
    public ProviderCalls(Provider provider, Classifier classifier, int atOnce, Clock clock) {
        this.provider = provider;
        this.classifier = classifier;
        this.bulkhead = Bulkhead.of(
                provider.id(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(atOnce)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breakerConfig = CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(MINIMUM_CALLS)
                .waitDurationInOpenState(OPEN_FOR)
                .currentTimestampFunction(ignored -> clock.millis(), TimeUnit.MILLISECONDS)
                .clock(clock)
                .build();
    }

    /**
     * Returns the provider behind the guard, for calls that are pure.
     *
     * @return the provider
     */
    public Provider provider() {
        return provider;
    }

    /**
     * Makes a call that gives an effect.
     *
     * @param operation the operation, one breaker each
     * @param call the call
     * @param <T> the value's type
     * @return its answer, or the failure it was turned into
     */
    public <T> Effect<T> effect(String operation, Supplier<Effect<T>> call) {
        CircuitBreaker breaker =
                breakers.computeIfAbsent(operation, id -> CircuitBreaker.of(provider.id() + '/' + id, breakerConfig));
        if (!bulkhead.tryAcquirePermission()) {
            return Effect.failed(refusal("bulkhead.full", "has as many calls under way as its bulkhead allows")
                    .withRetryAfter(REFUSED_FOR));
        }
        try {
            if (!breaker.tryAcquirePermission()) {
                return Effect.failed(refusal("breaker.open", "failed too often at " + operation + " of late")
                        .withRetryAfter(OPEN_FOR));
            }
            return judged(breaker, call);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T> Effect<T> judged(CircuitBreaker breaker, Supplier<Effect<T>> call) {
        Effect<T> answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            answer = Effect.failed(classifier.classify(e, provider.errors()));
        } catch (Error e) {
            breaker.releasePermission();
            throw e;
        }
        if (answer.failure().filter(f -> unhealthy(f.type())).isPresent()) {
            breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("unhealthy"));
        } else {
            breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        }
        return answer;
    }

    /**
     * Makes a call that gives a value.
     *
     * @param operation the operation
     * @param call the call
     * @param <T> the value's type
     * @return the value, or the failure
     */
    public <T> Effect<T> value(String operation, Supplier<T> call) {
        return effect(operation, () -> Effect.done(call.get()));
    }

    /**
     * Looks for an operation's effect; what cannot be seen is unknown.
     *
     * @param context the call with the effect's key
     * @param operation the operation
     * @return what was seen
     */
    public Observation observe(CallContext context, Operation operation) {
        return value("observe", () -> provider.observe(context, operation))
                .fold(seen -> seen, wait -> unknown(context, "pending"), f -> unknown(context, f.toString()));
    }

    private static Observation unknown(CallContext context, String why) {
        return new Observation(
                Observation.Presence.UNKNOWN, context.clock().instant(), Digest.of(why), Map.of("reason", why));
    }

    private Failure refusal(String code, String why) {
        return Failure.of(ErrorType.SERVICE_UNAVAILABLE, code, "provider " + provider.id() + " " + why);
    }

    private static boolean unhealthy(ErrorType type) {
        return type == ErrorType.NETWORK
                || type == ErrorType.SERVICE_UNAVAILABLE
                || type == ErrorType.TIMEOUT
                || type == ErrorType.DEPENDENCY;
    }
}
