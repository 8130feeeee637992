package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.probe.ProbeAnswer;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.api.spi.provider.TrafficState.Route;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks each kind of evidence in turn: LIVE never stands without it, and nothing is left of the attempt. */
class EvidenceTest {
    private static final Digest OTHER = Digest.of("another release");

    @TempDir
    Path home;

    /**
     * What is broken.
     *
     * @param name what it looks like
     * @param site which call
     * @param fault how
     */
    record Broken(String name, Site site, Fault fault) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> whatALiveReleaseRestsOn() {
        return Stream.of(
                new Broken("health answers 500", Site.call(Prober.class, "get"), probe(500)),
                new Broken(
                        "nothing answers",
                        Site.call(Prober.class, "get"),
                        Fault.fails(Failure.of(ErrorType.NETWORK, "kit.refused", "refused"))),
                new Broken(
                        "another digest serves",
                        Site.call(Provider.class, "traffic"),
                        route(r -> new Route(r.address(), r.release(), OTHER))),
                new Broken(
                        "another release serves",
                        Site.call(Provider.class, "traffic"),
                        route(r -> new Route(r.address(), new ReleaseId("r00000000000x"), r.digest()))),
                new Broken(
                        "no release serves",
                        Site.call(Provider.class, "traffic"),
                        Fault.lies(TrafficState.class, s -> new TrafficState(s.at(), s.raw(), null))),
                new Broken(
                        "traffic cannot be read",
                        Site.call(Provider.class, "traffic"),
                        Fault.throwing(() -> new IllegalStateException("unreadable"))));
    }

    static Stream<Broken> everything() {
        Stream<Broken> further = Stream.of(
                new Broken("health answers 404", Site.call(Prober.class, "get"), probe(404)),
                new Broken("every path answers 200", Site.call(Prober.class, "get"), probe(200)),
                new Broken("probes hang", Site.call(Prober.class, "get"), Fault.hangs()),
                new Broken(
                        "the switch does nothing",
                        Site.call(Provider.class, "switchTraffic"),
                        Fault.answers(Effect.done(Map.of("address", "")))),
                new Broken("nothing is seen", Site.call(Provider.class, "observe"), seen(Observation.Presence.ABSENT)),
                new Broken("seeing fails", Site.call(Provider.class, "observe"), seen(Observation.Presence.UNKNOWN)),
                new Broken(
                        "a maker only says so",
                        Site.call(Provider.class, "ensure"),
                        Fault.answers(Effect.done(Map.of()))),
                new Broken(
                        "the scanner read nothing",
                        Site.call(Scanner.class, "scan"),
                        Fault.answers(ScanReport.completed("fake-scanner", List.of(), new Coverage(0, 0, List.of())))),
                new Broken(
                        "the scanner did not run",
                        Site.call(Scanner.class, "scan"),
                        Fault.answers(ScanReport.failed(
                                "fake-scanner", Failure.of(ErrorType.UNKNOWN, "kit.scan", "broken")))),
                new Broken(
                        "the gate refuses",
                        Site.call(Scanner.class, "scan"),
                        Fault.answers(ScanReport.completed(
                                "fake-scanner",
                                List.of(Finding.of(
                                        "1", Rule.of("rule", Severity.HIGH, "guilty"), Location.of("application.txt"))),
                                new Coverage(1, 10, List.of())))),
                new Broken(
                        "the build leaves nothing",
                        Site.call(ArtifactBuilder.class, "build"),
                        Fault.answers(Effect.done(new BuiltArtifact(OTHER, OTHER, List.of("claimed"))))));
        return Stream.concat(whatALiveReleaseRestsOn(), further);
    }

    private static Fault probe(int status) {
        return Fault.answers(Effect.done(new ProbeAnswer(status, OTHER, Duration.ofMillis(1))));
    }

    private static Fault route(UnaryOperator<Route> lie) {
        return Fault.lies(
                TrafficState.class,
                state -> new TrafficState(
                        state.at(), state.raw(), state.route().map(lie).orElse(null)));
    }

    private static Fault seen(Observation.Presence presence) {
        return Fault.lies(Observation.class, o -> new Observation(presence, o.at(), o.raw(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void brokenEvidenceNeverLeavesLiveStanding(Broken broken) {
        TestBench bench = TestBench.in(home);
        bench.faults().inject(broken.site().always(), broken.fault());
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(Plans.first()));
            assertThat(result.reached()).isIn(Outcome.FAILED, Outcome.FAILED_LEFTOVERS);
            assertThat(result.outcome().successful()).isFalse();
            assertThat(result.failure()).isPresent();
            assertThat(layer.application("todo").current()).isEmpty();
            assertThat(layer.application("todo").status().outcome()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(bench.faults().struck()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("whatALiveReleaseRestsOn")
    void aLiveReleaseIsUnknownAsLongAsItsEvidenceIsBroken(Broken broken) {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.deploy(Plans.first()))).isLive();
            bench.faults().inject(broken.site().always(), broken.fault());
            assertThat(layer.application("todo").status()).hasOutcome(Outcome.UNKNOWN);
            bench.faults().clear();
            assertThat(layer.application("todo").status()).hasOutcome(Outcome.LIVE);
        }
    }
}
