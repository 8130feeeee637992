package io.quantumlayer.core.internal.recover;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import java.time.Duration;
import java.util.Optional;

/**
 * The retry rules of each error type: how many retries follow the first call, between which delays, and whether a
 * repair must come first. Pure: the jitter is a hash of the caller's key and the retry's number.
 */
public enum RetryPolicy {
    /** The connection may come back soon. */
    NETWORK(5, 1, 30, Backoff.EXPONENTIAL, false),
    /** The service asks for patience. */
    SERVICE_UNAVAILABLE(3, 10, 120, Backoff.LINEAR, false),
    /** Once, with refreshed credentials. */
    AUTHENTICATION(1, 0, 0, Backoff.FIXED, true),
    /** Never. */
    AUTHORIZATION(0, 0, 0, Backoff.FIXED, false),
    /** Only after something was freed or made smaller. */
    RESOURCE(4, 5, 60, Backoff.EXPONENTIAL, true),
    /** Only after a setting was repaired. */
    CONFIGURATION(2, 2, 10, Backoff.FIXED, true),
    /** Never. */
    VALIDATION(0, 0, 0, Backoff.FIXED, false),
    /** The effect may have happened; it is observed first. */
    TIMEOUT(3, 30, 300, Backoff.LINEAR, false),
    /** Somebody else will be done soon. */
    CONCURRENCY(5, 0, 5, Backoff.RANDOM, false),
    /** The dependency may recover. */
    DEPENDENCY(3, 5, 30, Backoff.EXPONENTIAL, false),
    /** Worth a few careful tries. */
    UNKNOWN(3, 5, 30, Backoff.EXPONENTIAL, false);

    private static final int JITTER_STEPS = 1 << 16;

    private final int retries;
    private final Duration base;
    private final Duration max;
    private final Backoff backoff;
    private final boolean repairFirst;

    RetryPolicy(int retries, long baseSeconds, long maxSeconds, Backoff backoff, boolean repairFirst) {
        this.retries = retries;
        this.base = Duration.ofSeconds(baseSeconds);
        this.max = Duration.ofSeconds(maxSeconds);
        this.backoff = backoff;
        this.repairFirst = repairFirst;
    }

    /**
     * Returns the policy of an error type.
     *
     * @param type the type
     * @return the policy of the same name
     */
    public static RetryPolicy of(ErrorType type) {
        return valueOf(type.name());
    }

    /**
     * Returns the delay before a retry, or nothing if there is none left.
     *
     * @param failure what failed
     * @param retry the number of the retry, from 1
     * @param key what makes the jitter of this caller differ from another's
     * @return the delay, at least what the other side asked for
     */
    public Optional<Duration> delay(Failure failure, int retry, String key) {
        if (!failure.retryable() || retry > retries) {
            return Optional.empty();
        }
        Duration jittered = jitter(backoff.ceiling(base, max, retry), key + '#' + retry);
        return Optional.of(
                failure.retryAfter().filter(a -> a.compareTo(jittered) > 0).orElse(jittered));
    }

    /**
     * Says whether a repair must succeed before the retry.
     *
     * @return true for authentication, configuration and resource
     */
    public boolean repairFirst() {
        return repairFirst;
    }

    /**
     * Says whether another placement may be tried after the last retry.
     *
     * @return false for authentication, authorization and validation: those never fall back
     */
    public boolean fallsBack() {
        return this != AUTHENTICATION && this != AUTHORIZATION && this != VALIDATION;
    }

    private static Duration jitter(Duration ceiling, String key) {
        int draw = Integer.parseInt(Digest.of(key).hex().substring(0, 4), 16);
        return ceiling.multipliedBy(draw).dividedBy(JITTER_STEPS);
    }
}
