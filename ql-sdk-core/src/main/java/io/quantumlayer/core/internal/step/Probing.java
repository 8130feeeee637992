package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proves a running release by the answers to its probes, health first. */
final class Probing {
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final int SERVER_ERROR = 500;

    private final Prober prober;

    Probing(Prober prober) {
        this.prober = prober;
    }

    static Duration validity() {
        return VALID;
    }

    /**
     * What is probed.
     *
     * @param spec the release
     * @param recipe its probes
     * @param address where
     * @param claim what passing health probes prove
     * @param since since when it could be warming up
     */
    record Target(ReleaseSpec spec, Recipe recipe, URI address, Claim claim, Instant since) {
        List<Recipe.Probe> probes() {
            return recipe.probes().isEmpty()
                    ? List.of(new Recipe.Probe(spec.workload().healthPath(), 200, "", Recipe.Purpose.HEALTH))
                    : recipe.probes();
        }
    }

    /**
     * What the probes proved.
     *
     * @param evidence one piece a probe
     * @param schema the version of the database's schema as the health answer told it; empty is UNKNOWN
     */
    record Proved(List<Evidence> evidence, Optional<SchemaVersion> schema) {}

    Effect<Proved> prove(Witness witness, Target target) {
        List<Evidence> evidence = new ArrayList<>();
        Optional<SchemaVersion> schema = Optional.empty();
        for (Recipe.Probe probe : target.probes()) {
            Effect<ProbeAnswer> answer = ask(witness, target, probe);
            boolean passed =
                    answer.value().filter(a -> probe.accepts(a.status())).isPresent();
            if (!passed) {
                return notYet(witness, target, probe, answer);
            }
            ProbeAnswer given = answer.value().orElseThrow();
            if (probe.proves() == Recipe.Purpose.HEALTH) {
                schema = schema.or(() -> SchemaVersion.toldBy(given));
            }
            evidence.add(evidence(witness, target, probe, given));
        }
        return Effect.done(new Proved(evidence, schema));
    }

    private Effect<ProbeAnswer> ask(Witness witness, Target target, Recipe.Probe probe) {
        Map<String, String> headers =
                probe.bearer().isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + probe.bearer());
        return prober.get(witness.context(), target.address().resolve(probe.path()), headers);
    }

    private static Effect<Proved> notYet(
            Witness witness, Target target, Recipe.Probe probe, Effect<ProbeAnswer> answer) {
        boolean warming = witness.now().isBefore(target.since().plus(WARM_UP));
        boolean mayCome = answer.value().map(a -> a.status() >= SERVER_ERROR).orElse(true);
        if (warming && mayCome) {
            return Effect.pending(AGAIN);
        }
        String got = answer.fold(
                a -> "status " + a.status(), wait -> "no answer", failure -> "no answer: " + failure.message());
        Failure failure = Failure.of(
                ErrorType.DEPENDENCY,
                "probe.failed",
                "GET " + probe.path() + " was to give " + wanted(probe) + " and gave " + got);
        return Effect.failed(Bindings.named(failure, target.spec().workload()));
    }

    private static String wanted(Recipe.Probe probe) {
        return (probe.proves() == Recipe.Purpose.ANSWER ? "a status below " : "status ") + probe.status();
    }

    private static Evidence evidence(Witness witness, Target target, Recipe.Probe probe, ProbeAnswer answer) {
        Claim claim = probe.proves() == Recipe.Purpose.AUTHENTICATION ? Claim.AUTHENTICATION_ENFORCED : target.claim();
        String how = probe.bearer().isEmpty() ? "" : " with a wrong token";
        String detail = "GET " + target.address().resolve(probe.path()) + how + " gave " + answer.status() + " in "
                + answer.latency().toMillis() + " ms"
                + SchemaVersion.toldBy(answer).map(v -> ", schema version " + v).orElse("")
                + (probe.proves() == Recipe.Purpose.ANSWER ? "; it answers, its health is not known" : "");
        return witness.saw(
                        claim, target.spec().digest(), new Witness.Seen("http-get", "core.probe", answer.raw(), detail))
                .validFor(VALID);
    }
}
