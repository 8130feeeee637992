package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Standing;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.Releases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the release that serves an application although no journal knows it against what a plan makes. Only reads.
 *
 * <p>It is the same if the provider reports the digest of the wanted release behind the public address, if the
 * provider lists and sees every resource that such a release consists of, and if the public address passes the
 * source's probes. Whatever else is the case, it is not known to be the same.
 */
final class StandingRelease {
    private static final int SHOWN = 12;

    private final Releases releases;
    private final LiveProof proof;

    StandingRelease(Tools tools) {
        this.releases = tools.releases();
        this.proof = new LiveProof(new Probing(tools.prober()));
    }

    /**
     * What is looked for.
     *
     * @param calls where
     * @param spec what the plan makes
     * @param recipe how it is probed
     */
    record Wanted(ProviderCalls calls, ReleaseSpec spec, Recipe recipe) {}

    /**
     * What came of it.
     *
     * @param same the release that is what the plan makes, or empty
     * @param evidence what proves that
     * @param reason why it is not known to be the same, or the empty text
     */
    record Match(Optional<Placed> same, List<Evidence> evidence, String reason) {
        private static Effect<Match> none(String reason) {
            return Effect.done(new Match(Optional.empty(), List.of(), reason));
        }
    }

    /** Fails if the outside cannot be read now, since then nobody should decide anything. */
    Effect<Match> match(StepScope scope, Wanted wanted) {
        return LiveProof.traffic(scope.context(), wanted.calls(), wanted.spec())
                .fold(state -> match(scope, wanted, state), Effect::pending, Effect::failed);
    }

    private Effect<Match> match(StepScope scope, Wanted wanted, TrafficState state) {
        Optional<TrafficState.Route> route = state.route();
        if (route.isEmpty()) {
            return Match.none("no release serves it");
        }
        ReleaseId serving = route.get().release();
        Digest digest = route.get().digest();
        ReleaseSpec spec = wanted.spec();
        if (releases.book(scope.application()).placed().stream()
                .anyMatch(r -> r.release().id().equals(serving))) {
            return Match.none("");
        }
        if (!digest.equals(spec.digest())) {
            return Match.none(serving + " has the digest " + shown(digest) + " and the plan makes "
                    + shown(spec.digest()) + ", so that they differ");
        }
        ReleaseSpec found = new ReleaseSpec(spec.application(), serving, digest, spec.placement(), spec.workload());
        return inventory(scope, new Wanted(wanted.calls(), found, wanted.recipe()));
    }

    private Effect<Match> inventory(StepScope scope, Wanted found) {
        ProviderCalls calls = found.calls();
        return calls.value("inventory", () -> calls.provider().inventory(scope.context(), scope.application()::equals))
                .fold(
                        answer -> answer.map(all -> standing(scope, found, all))
                                .orElseGet(() -> Match.none(calls.provider().id() + " cannot list what stands there")),
                        Effect::pending,
                        Effect::failed);
    }

    private Effect<Match> standing(StepScope scope, Wanted found, List<Standing> all) {
        Map<String, Standing> listed = new LinkedHashMap<>();
        all.forEach(one -> listed.put(one.operation().resource(), one));
        return found.calls()
                .value("plan", () -> found.calls().provider().plan(scope.context(), found.spec()))
                .fold(planned -> seen(scope, found, placed(scope, planned, listed)), Effect::pending, Effect::failed);
    }

    /**
     * One resource that such a release consists of.
     *
     * @param placed the resource and its key
     * @param since when it was made
     * @param listed whether the provider lists it
     */
    private record Part(PlacedOperation placed, Instant since, boolean listed) {}

    private static List<Part> placed(StepScope scope, List<Operation> planned, Map<String, Standing> listed) {
        List<Part> parts = new ArrayList<>();
        for (Operation operation : planned) {
            Optional<Standing> standing = Optional.ofNullable(listed.get(operation.resource()));
            String key =
                    standing.flatMap(Standing::key).orElseGet(() -> scope.key(operation.id(), operation.resource()));
            parts.add(new Part(
                    new PlacedOperation(key, operation),
                    standing.flatMap(Standing::since).orElse(Instant.EPOCH),
                    standing.isPresent()));
        }
        return parts;
    }

    private Effect<Match> seen(StepScope scope, Wanted found, List<Part> parts) {
        StringBuilder raw = new StringBuilder();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Part part : parts) {
            Operation operation = part.placed().operation();
            Observation seen = found.calls().observe(scope.keyed(part.placed().key()), operation);
            if (!part.listed() || seen.presence() != Observation.Presence.PRESENT) {
                return Match.none(operation.id() + " " + operation.resource() + " of "
                        + found.spec().release() + " is " + seen.presence());
            }
            raw.append(seen.raw());
            attributes.putAll(seen.attributes());
        }
        Instant since = parts.stream().map(Part::since).max(Instant::compareTo).orElse(Instant.EPOCH);
        List<PlacedOperation> operations = parts.stream().map(Part::placed).toList();
        Placed placed = new Placed(found.spec(), operations, attributes, Placed.Kind.ADOPTED, since);
        String detail = found.spec().release() + " stands with " + parts.size()
                + " resources and the digest that the plan makes; no journal knew it";
        Evidence stands = scope.evidence(
                Claim.RELEASE_PLACED,
                found.spec().digest(),
                new Witness.Seen("inventory", found.calls().provider().id(), Digest.of(raw.toString()), detail));
        return probed(scope, found, placed, stands);
    }

    /** Only one that is healthy is worth to be kept; it had its time to warm up long ago. */
    private Effect<Match> probed(StepScope scope, Wanted found, Placed placed, Evidence stands) {
        Placed warm = new Placed(placed.spec(), placed.operations(), placed.attributes(), placed.kind(), Instant.EPOCH);
        return proof.prove(scope.witness(), found.calls(), new VerifyStep.Subject(warm, found.recipe()))
                .fold(
                        proved -> Effect.done(new Match(Optional.of(placed), proofs(stands, proved), "")),
                        wait -> Match.none(placed.spec().release() + " does not answer yet"),
                        failure -> unhealthy(placed, failure));
    }

    private static Effect<Match> unhealthy(Placed placed, Failure failure) {
        return Match.none(placed.spec().release() + " is not known to be healthy: " + failure.message());
    }

    private static List<Evidence> proofs(Evidence stands, LiveProof.Proved proved) {
        List<Evidence> all = new ArrayList<>(List.of(stands));
        all.addAll(proved.evidence());
        return all;
    }

    private static String shown(Digest digest) {
        return digest.hex().substring(0, SHOWN);
    }
}
