package io.quantumlayer.testkit.fake;

import java.time.Instant;

/**
 * One effect in the fake world's own log.
 *
 * @param kind what happened
 * @param key the idempotency key of the call that made it happen
 * @param subject the resource, application or release it happened to
 * @param at when
 */
public record Happening(Kind kind, String key, String subject, Instant at) {
    /** What can happen. */
    public enum Kind {
        /** A resource was created. */
        MADE,
        /** A resource was removed. */
        REMOVED,
        /** The public traffic of an application went to another release. */
        SWITCHED,
        /** The public traffic of an application was taken away. */
        SWITCHED_OFF,
        /** A build began. */
        BUILT,
        /** A build was stopped or its folder removed. */
        DISCARDED,
        /** A monitor was attached to a release. */
        ATTACHED,
        /** A monitor was detached from a release. */
        DETACHED
    }
}
