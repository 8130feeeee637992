package io.quantumlayer.api.spi.policy;

import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.spi.CallContext;

/**
 * Decides whether what was scanned may be built and deployed. Thread-safe.
 *
 * <p>The gate asks every policy, the built-in one first, once all scanners have answered: about the source in step 6,
 * about the artifact before an image is made of it, and when somebody scans a folder. It allows only what every policy
 * allows, so a policy may refuse what others allow and never allows what another refuses.
 *
 * <p>A policy is pure: the question holds the day and all else that counts, equal questions give equal decisions, on
 * any thread, in any order, after a restart too. It is asked on a thread of its own, which it may keep busy for ten
 * seconds or until the call's deadline, whichever is first; then it is interrupted and heard no more.
 *
 * <p>The gate fails closed. A policy that throws, answers too late, or answers nothing, no reason, more than {@value
 * #MAX_REASONS} reasons, or a reason that is blank, longer than {@value #MAX_REASON} characters or of several lines is
 * taken as "not proved", which refuses. Texts in findings come from hostile sources: a policy bounds what it repeats of
 * them, and never repeats line breaks.
 *
 * <p>A policy with exceptions of its own names each that it used in a reason, with owner and last day, and those that
 * have ended.
 */
public interface Policy {
    /** The most reasons of one decision. */
    int MAX_REASONS = 10_000;

    /** The longest reason, in characters. */
    int MAX_REASON = 4_000;

    /**
     * Returns what stands in the evidence of each decision. Cheap, and the same for the life of the object.
     *
     * @return its name, which is unique in one instance of the library, and the digest of all that it decides by
     */
    PolicyId id();

    /**
     * Decides.
     *
     * @param context the call, with its deadline; it names tenant and application
     * @param question what was seen and what is asked for
     * @return the decision with at least one reason; its list of policies is filled in by the gate
     */
    GateDecision decide(CallContext context, PolicyQuestion question);
}
