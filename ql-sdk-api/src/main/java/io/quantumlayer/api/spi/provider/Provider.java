package io.quantumlayer.api.spi.provider;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Runs releases somewhere. Thread-safe. Every call is bounded by the context's deadline, reacts to interruption, and
 * keeps no state of its own that a new process could not find again.
 *
 * <p>What a call throws is classified by {@link #errors()} and counts as failed with the effect in doubt; core then
 * observes before anything else. Nothing returned may hold a secret value.
 */
public interface Provider extends AutoCloseable {
    /**
     * Returns the provider's id.
     *
     * @return the id, such as {@code local}
     */
    String id();

    /**
     * Returns the classifier for what this provider throws.
     *
     * @return the classifier
     */
    ErrorClassifier errors();

    /**
     * Looks whether this provider can be used now, without side effects and within two seconds.
     *
     * @param context the call
     * @return what was found
     */
    Detection detect(CallContext context);

    /**
     * Returns what this provider offers, as dated facts; pure and fast.
     *
     * @return the offerings, in a stable order
     */
    List<Offering> offerings();

    /**
     * Computes the operations that place a release without public traffic. Touches nothing; equal input gives an equal
     * plan.
     *
     * @param context the call
     * @param spec the release
     * @return the operations in order; those already in effect are listed too and found by {@link #observe}
     */
    List<Operation> plan(CallContext context, ReleaseSpec spec);

    /**
     * Makes exactly one operation's effect, or finds it made under the same key. Never waits for slow effects: it
     * answers pending and is called again with the same key.
     *
     * @param context the call with the effect's key
     * @param spec the release
     * @param operation an operation of its plan
     * @return what was made: attributes such as an address, without secrets
     */
    Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec, Operation operation);

    /**
     * Looks whether an operation's effect is there.
     *
     * @param context the call with the effect's key
     * @param operation the operation, perhaps of an earlier process
     * @return what was seen
     */
    Observation observe(CallContext context, Operation operation);

    /**
     * Removes an operation's effect. Idempotent: what is not there is removed already. Absence is proved by
     * {@link #observe}, never by this answer.
     *
     * @param context the call with the effect's key
     * @param operation the operation, perhaps of an earlier process
     * @return done, pending while it goes, or the failure
     */
    Effect<Map<String, String>> remove(CallContext context, Operation operation);

    /**
     * Lists everything that stands of what this provider made for some applications, found by looking at the outside
     * and never from memory: exactly what {@link #observe} sees present, with what others made left out. In the order
     * in which it is made, so that the reverse order removes it.
     *
     * @param context the call
     * @param wanted of which applications; the others need not be looked at
     * @return what stands; empty if this outside cannot be searched, which is the default
     * @throws RuntimeException if it cannot be read now; core then knows nothing
     */
    default Optional<List<Standing>> inventory(CallContext context, Predicate<ApplicationId> wanted) {
        return Optional.empty();
    }

    /**
     * Returns the address at which a placed release answers before it gets public traffic.
     *
     * @param context the call
     * @param spec a placed release
     * @return the address; empty if this provider has no candidate addresses, then {@link #switchTraffic} is probed
     *     afterwards
     */
    Optional<URI> candidate(CallContext context, ReleaseSpec spec);

    /**
     * Sends the public traffic of the application to a placed release: new connections at once, old ones drained, then
     * closed. Idempotent.
     *
     * @param context the call with the switch's key
     * @param spec the release that is to receive the traffic
     * @return done with the public {@code address}, pending, or the failure
     */
    Effect<Map<String, String>> switchTraffic(CallContext context, ReleaseSpec spec);

    /**
     * Takes the public traffic away and removes the public address. Idempotent.
     *
     * @param context the call
     * @param spec any release of the application
     * @return done, pending, or the failure
     */
    Effect<Map<String, String>> switchOff(CallContext context, ReleaseSpec spec);

    /**
     * Reads which release receives the public traffic now; never answers from memory.
     *
     * @param context the call
     * @param spec any release of the application
     * @return what the provider reports
     * @throws RuntimeException if it cannot be read; core then knows nothing
     */
    TrafficState traffic(CallContext context, ReleaseSpec spec);

    /**
     * Observes the security controls of a placed release from outside it.
     *
     * @param context the call
     * @param spec a placed release
     * @return each control it can observe, whether it holds or not
     */
    List<Control> controls(CallContext context, ReleaseSpec spec);

    /**
     * Reads the log of a placed release.
     *
     * @param context the call
     * @param spec the release
     * @param cursor where to go on: empty for the beginning, else {@link LogPage#next()}
     * @return at most 1,000 lines
     */
    LogPage logs(CallContext context, ReleaseSpec spec, String cursor);

    /** Releases what the provider holds in this process; never ends or removes a release. Idempotent. */
    @Override
    void close();
}
