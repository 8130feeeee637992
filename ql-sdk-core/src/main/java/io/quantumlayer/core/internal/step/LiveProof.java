package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a release is live: the provider reports its digest behind the public address, and in the same window that
 * address answers every probe.
 */
final class LiveProof {
    private final Probing probing;

    LiveProof(Probing probing) {
        this.probing = probing;
    }

    /**
     * What was proved.
     *
     * @param live where it is live
     * @param evidence what proves it
     */
    record Proved(Live live, List<Evidence> evidence) {
        String summary() {
            return live.address() + " answers, " + evidence.size() + " proofs";
        }
    }

    Effect<Proved> prove(Witness witness, ProviderCalls calls, VerifyStep.Subject subject) {
        return traffic(witness.context(), calls, subject.placed().spec())
                .fold(state -> prove(witness, state, subject), Effect::pending, Effect::failed);
    }

    static Effect<TrafficState> traffic(CallContext context, ProviderCalls calls, ReleaseSpec spec) {
        return calls.value("traffic", () -> calls.provider().traffic(context, spec));
    }

    static Observation.Presence presence(TrafficState state, ReleaseSpec spec) {
        boolean there = state.route()
                .filter(r -> r.release().equals(spec.release()) && r.digest().equals(spec.digest()))
                .isPresent();
        return there ? Observation.Presence.PRESENT : Observation.Presence.ABSENT;
    }

    private Effect<Proved> prove(Witness witness, TrafficState state, VerifyStep.Subject subject) {
        ReleaseSpec spec = subject.placed().spec();
        if (presence(state, spec) != Observation.Presence.PRESENT) {
            String reported =
                    state.route().map(r -> r.release() + " " + r.digest()).orElse("no release");
            return Effect.failed(Failure.of(
                    ErrorType.DEPENDENCY,
                    "traffic.other",
                    "the provider reports " + reported + " behind the public address, not " + spec.release() + " "
                            + spec.digest()));
        }
        Probing.Target target = new Probing.Target(
                spec,
                subject.recipe(),
                state.route().orElseThrow().address(),
                Claim.PUBLIC_PROBED,
                subject.placed().at());
        return probing.prove(witness, target)
                .fold(probes -> live(witness, state, probes), Effect::pending, Effect::failed);
    }

    private static Effect<Proved> live(Witness witness, TrafficState state, Probing.Proved probes) {
        TrafficState.Route route = state.route().orElseThrow();
        List<Evidence> evidence = new ArrayList<>(probes.evidence());
        String detail = route.release() + " receives the traffic of " + route.address();
        evidence.add(witness.saw(
                        Claim.TRAFFIC_DIGEST,
                        route.digest(),
                        new Witness.Seen("traffic", "provider", state.raw(), detail))
                .validFor(Probing.validity()));
        return Effect.done(
                new Proved(new Live(route.address(), probes.schema().map(SchemaVersion::toString)), evidence));
    }
}
