package io.quantumlayer.api.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One proved fact: who saw what about which subject, when, how, and for how long it may be relied on. Immutable and
 * equal by value. Evidence holds no secret: {@link #detail()} is redacted before it gets here, and the raw answer is
 * kept as a hash only.
 */
public final class Evidence {
    private final Claim claim;
    private final Digest subject;
    private final Observed observed;
    private final String detail;
    private final Duration validFor;

    /**
     * How a fact was seen.
     *
     * @param method how it was observed, such as {@code http-get}
     * @param observer who observed it, such as {@code core.probe} or a provider's id
     * @param at when it was observed
     * @param raw the hash of the raw answer
     */
    public record Observed(String method, String observer, Instant at, Digest raw) {}

    private Evidence(Claim claim, Digest subject, Observed observed, String detail, Duration validFor) {
        this.claim = Objects.requireNonNull(claim, "claim");
        this.subject = Objects.requireNonNull(subject, "subject");
        this.observed = Objects.requireNonNull(observed, "observed");
        this.detail = Objects.requireNonNull(detail, "detail");
        this.validFor = Objects.requireNonNull(validFor, "validFor");
    }

    /**
     * Creates evidence that never expires: a fact about content, not about a running thing.
     *
     * @param claim what it proves
     * @param subject the digest of what it is about
     * @param observed how it was seen
     * @param detail one readable line
     * @return the evidence
     */
    public static Evidence lasting(Claim claim, Digest subject, Observed observed, String detail) {
        return new Evidence(claim, subject, observed, detail, Duration.ofDays(36_500));
    }

    /**
     * Returns this evidence with a bounded validity.
     *
     * @param duration how long after {@link #observedAt()} it may be relied on
     * @return a copy
     */
    public Evidence validFor(Duration duration) {
        return new Evidence(claim, subject, observed, detail, duration);
    }

    /**
     * Returns what it proves.
     *
     * @return the claim
     */
    public Claim claim() {
        return claim;
    }

    /**
     * Returns the digest of what it is about.
     *
     * @return the subject
     */
    public Digest subject() {
        return subject;
    }

    /**
     * Returns how it was seen.
     *
     * @return method, observer, time and raw hash
     */
    public Observed observed() {
        return observed;
    }

    /**
     * Returns when it was seen.
     *
     * @return the time of observation
     */
    public Instant observedAt() {
        return observed.at();
    }

    /**
     * Returns one readable line about it.
     *
     * @return the detail, without secrets
     */
    public String detail() {
        return detail;
    }

    /**
     * Returns how long it may be relied on.
     *
     * @return the validity from {@link #observedAt()} on
     */
    public Duration validFor() {
        return validFor;
    }

    /**
     * Says whether it may still be relied on.
     *
     * @param now the caller's time
     * @return false once {@code now} is after the end of its validity
     */
    public boolean validAt(Instant now) {
        return !now.isAfter(observed.at().plus(validFor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && claim == that.claim
                && subject.equals(that.subject)
                && observed.equals(that.observed)
                && detail.equals(that.detail)
                && validFor.equals(that.validFor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(claim, subject, observed, detail, validFor);
    }

    @Override
    public String toString() {
        return claim.id() + " " + subject + " by " + observed.observer() + " at " + observed.at() + ": " + detail;
    }
}
