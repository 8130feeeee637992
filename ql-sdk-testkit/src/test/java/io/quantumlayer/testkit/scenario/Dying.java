package io.quantumlayer.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.crash.Mortal;
import io.quantumlayer.testkit.crash.SimulatedKill;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** An instance that dies at a crash point, if its run comes so far. */
final class Dying {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Dying() {}

    /** Returns its fate once its run has ended or it was killed, and its lease is over. */
    static Mortal at(CrashPoint point, TestBench bench, Function<QuantumLayer, Deployment> start) {
        Mortal mortal = new Mortal(point);
        try (QuantumLayer dying = bench.start(mortal)) {
            Deployment run = start.apply(dying);
            bench.skipper()
                    .pumpUntil(
                            CompletableFuture.anyOf(
                                    run.completion().toCompletableFuture(),
                                    mortal.killed().toCompletableFuture()),
                            PATIENCE);
        } catch (SimulatedKill | CompletionException killed) {
            assertThat(mortal.dead()).isTrue();
        }
        bench.time().advance(LEASE);
        return mortal;
    }
}
