package io.quantumlayer.testkit.survival;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.crash.Mortal;
import io.quantumlayer.testkit.crash.SimulatedKill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a scenario on a fresh bench, kills it, resumes it in a new instance until it ends, and checks that nothing is
 * lost, doubled or left over. Not thread-safe.
 */
public final class Survivor {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LEASE = Duration.ofSeconds(16);
    private static final int MOST_KILLS = 1_000;

    private final Scenario scenario;
    private final Supplier<TestBench> benches;
    private final Life whole;

    private Survivor(Scenario scenario, Supplier<TestBench> benches, Life whole) {
        this.scenario = scenario;
        this.benches = benches;
        this.whole = whole;
    }

    /**
     * What a life without a kill is like.
     *
     * @param commits its commits, in order
     * @param calls its outside calls, in order
     * @param survival how it ended
     */
    public record Life(List<String> commits, List<String> calls, Survival survival) {
        /** Copies the lists. */
        public Life {
            commits = List.copyOf(commits);
            calls = List.copyOf(calls);
        }
    }

    /**
     * Runs a scenario once without a kill, to have something to compare with.
     *
     * @param scenario the scenario
     * @param benches gives a fresh bench of equal make and seed each time
     * @return what kills it
     */
    public static Survivor of(Scenario scenario, Supplier<TestBench> benches) {
        TestBench bench = benches.get();
        Mortal immortal = new Mortal(CrashPoint.never());
        Survivor first = new Survivor(scenario, benches, new Life(List.of(), List.of(), none()));
        Survival survival = first.live(bench, List.of(immortal));
        return new Survivor(scenario, benches, new Life(immortal.commits(), immortal.calls(), survival));
    }

    private static Survival none() {
        return new Survival(0, Outcome.UNKNOWN, List.of(), List.of());
    }

    /**
     * Returns what the scenario is like without a kill.
     *
     * @return commits, outside calls and how it ended
     */
    public Life whole() {
        return whole;
    }

    /**
     * Returns every boundary of the scenario: before and after each commit and inside each outside call.
     *
     * @return the crash points
     */
    public List<CrashPoint> boundaries() {
        List<CrashPoint> points = new ArrayList<>();
        for (int commit = 1; commit <= whole.commits().size(); commit++) {
            points.add(CrashPoint.beforeCommit(commit));
            points.add(CrashPoint.afterCommit(commit));
        }
        for (int call = 1; call <= whole.calls().size(); call++) {
            points.add(CrashPoint.insideCall(call));
        }
        return points;
    }

    /**
     * Kills the scenario, and each instance that resumes it, at the same crash point counted afresh, until one ends
     * before it is reached. An instance needs three commits for one effect, so with fewer none ever would.
     *
     * @param point when each instance is killed
     * @return how it ended
     */
    public Survival surviveAgainAndAgain(CrashPoint point) {
        return compared(benches.get(), kill -> new Mortal(point));
    }

    /**
     * Kills the scenario once and resumes it.
     *
     * @param point when its first instance is killed
     * @return how it ended
     */
    public Survival survive(CrashPoint point) {
        return compared(benches.get(), kill -> new Mortal(kill == 0 ? point : CrashPoint.never()));
    }

    private Survival compared(TestBench bench, Function<Integer, Mortal> fates) {
        List<Mortal> mortals = new ArrayList<>();
        for (int kill = 0; kill < MOST_KILLS; kill++) {
            mortals.add(fates.apply(kill));
        }
        Survival survival = live(bench, mortals);
        List<String> violations = new ArrayList<>(survival.violations());
        if (survival.outcome() != whole.survival().outcome()) {
            violations.add("ended " + survival.outcome() + ", without a kill "
                    + whole.survival().outcome());
        }
        if (!survival.effects().equals(whole.survival().effects())) {
            violations.add("did " + survival.effects() + ", without a kill "
                    + whole.survival().effects());
        }
        return new Survival(survival.kills(), survival.outcome(), survival.effects(), violations);
    }

    private Survival live(TestBench bench, List<Mortal> fates) {
        try (QuantumLayer before = bench.start()) {
            scenario.prepare(bench, before);
        }
        int done = bench.world().log().size();
        DeploymentResult result = null;
        int kills = 0;
        while (result == null) {
            Mortal fate = fates.get(kills);
            result = attempt(bench, fate).orElse(null);
            kills += result == null ? 1 : 0;
            if (result == null) {
                // A kill gives up no lease: it has to run out before another host may go on.
                bench.time().advance(LEASE);
            }
        }
        try (QuantumLayer after = bench.start()) {
            WorldCheck check = new WorldCheck(bench, after.application(scenario.application()));
            List<String> effects = Effects.of(bench.world().log())
                    .subList(done, bench.world().log().size());
            return new Survival(
                    kills, result.reached(), effects.stream().sorted().toList(), check.violations());
        }
    }

    /** One instance goes on with the run, or begins it if nothing is durable yet; empty if it is killed. */
    private Optional<DeploymentResult> attempt(TestBench bench, Mortal fate) {
        try (QuantumLayer layer = bench.start(fate)) {
            try {
                layer.resume();
                Deployment run = latest(bench, layer).orElseGet(() -> scenario.begin(layer));
                CompletionStage<DeploymentResult> end = run.completion();
                CompletableFuture<Object> either = CompletableFuture.anyOf(
                        end.toCompletableFuture(), fate.killed().toCompletableFuture());
                bench.skipper().pumpUntil(either, PATIENCE);
                return fate.dead()
                        ? Optional.empty()
                        : Optional.of(end.toCompletableFuture().join());
            } catch (SimulatedKill killed) {
                return Optional.empty();
            } catch (CompletionException e) {
                if (fate.dead()) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }

    /** The run of this scenario, if an earlier instance began it. */
    private Optional<Deployment> latest(TestBench bench, QuantumLayer layer) {
        List<RunHeader> runs = bench.journal().runs(scenario.application());
        return runs.size() <= scenario.before().size()
                ? Optional.empty()
                : layer.find(Objects.requireNonNull(runs.get(runs.size() - 1)).id());
    }
}
