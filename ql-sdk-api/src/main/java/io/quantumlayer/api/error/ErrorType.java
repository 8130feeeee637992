package io.quantumlayer.api.error;

import java.util.Locale;

/** One of the eleven kinds of error; the kind alone decides how a failed step is retried and how far it falls back. */
public enum ErrorType {
    /** The other side could not be reached, or the connection broke. */
    NETWORK,
    /** The other side answered that it cannot serve now, or throttled the caller. */
    SERVICE_UNAVAILABLE,
    /** The credentials were missing, wrong or expired. */
    AUTHENTICATION,
    /** The credentials are good and may not do this. */
    AUTHORIZATION,
    /** A quota, size or capacity limit that waiting alone cannot cure. */
    RESOURCE,
    /** A setting is missing or contradicts another. */
    CONFIGURATION,
    /** The input itself is refused. */
    VALIDATION,
    /** The answer did not come before the deadline; the effect may have happened. */
    TIMEOUT,
    /** Somebody else changes the same thing. */
    CONCURRENCY,
    /** Something the other side depends on is not healthy. */
    DEPENDENCY,
    /** Nothing known matched. */
    UNKNOWN;

    /**
     * Returns the stable lower-case id, such as {@code service_unavailable}.
     *
     * @return the id used in reports, journals and plan files
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Says whether a failure of this type may be retried at all, before any repair or attempt limit is considered.
     *
     * @return false for {@link #AUTHORIZATION} and {@link #VALIDATION}, true otherwise
     */
    public boolean retryableByDefault() {
        return this != AUTHORIZATION && this != VALIDATION;
    }
}
