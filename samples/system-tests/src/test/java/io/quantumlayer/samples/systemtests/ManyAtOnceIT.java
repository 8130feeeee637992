package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.api.spi.engine.StepFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deploys real applications at once while every fifth call of a step fails: before its work, or after it so that what
 * was done is not known. Undoing is not struck, since a leftover that nothing can remove is one.
 */
class ManyAtOnceIT {
    private static final Set<String> NEVER_STRUCK =
            Set.of("clean-up", "commit", "adopt", "detach", "switch-off", "remove", "forget");
    private static final List<ErrorType> PASSING = List.of(
            ErrorType.NETWORK,
            ErrorType.SERVICE_UNAVAILABLE,
            ErrorType.TIMEOUT,
            ErrorType.CONCURRENCY,
            ErrorType.DEPENDENCY);
    private static final List<ErrorType> ANY = List.of(ErrorType.values());
    private static final Duration LONG = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_128);
    private final AtomicInteger struck = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void fiveAtOnceEndLiveOrFailedAndClean() throws Exception {
        manyAtOnce(5);
    }

    @Test
    @Tag("long")
    void fiftyAtOnceEndLiveOrFailedAndClean() throws Exception {
        manyAtOnce(50);
    }

    private void manyAtOnce(int applications) throws Exception {
        Home home = new Home(Files.createDirectories(folder.resolve("home")));
        Path source = TinyApp.compiledIn(folder);
        assertThat(home.processes()).isEmpty();
        int live = 0;
        try (QuantumLayer ql = home.builder().addInterceptor(this::struck).build()) {
            List<Deployment> runs = new ArrayList<>();
            for (int i = 0; i < applications; i++) {
                runs.add(ql.deploy(
                        TinyApp.plan("app-" + i, source).deadline(LONG).build()));
            }
            for (Deployment run : runs) {
                DeploymentResult result = run.await(LONG);
                assertThat(result.reached()).as(result.toString()).isIn(Outcome.LIVE, Outcome.FAILED);
                assertThat(result.leftovers()).as(result.toString()).isEmpty();
                live += result.reached() == Outcome.LIVE ? 1 : 0;
            }
            assertThat(home.markers()).hasSize(live);
            assertThat(home.releases()).hasSize(live);
            // Each release listens, and its forwarder for callers and for commands.
            assertThat(home.listening()).hasSize(3 * live);
            for (Deployment run : runs) {
                DeploymentResult gone =
                        ql.application(run.id().application().name()).destroy().await(LONG);
                assertThat(gone.reached()).as(gone.toString()).isEqualTo(Outcome.DESTROYED);
            }
        }
        System.out.printf(
                "%d at once, %d of %d calls struck: %d LIVE, %d FAILED and clean%n",
                applications, struck.get(), calls.get(), live, applications - live);
        assertThat(home.processes()).isEmpty();
        assertThat(home.listening()).isEmpty();
        assertThat(home.releases()).isEmpty();
    }

    private Effect<byte[]> struck(StepCall call, StepFunction next) {
        if (NEVER_STRUCK.contains(call.step())) {
            return next.run(call);
        }
        calls.incrementAndGet();
        boolean strike;
        boolean before;
        ErrorType type;
        synchronized (random) {
            strike = random.nextInt(5) == 0;
            before = random.nextBoolean();
            List<ErrorType> types = random.nextInt(10) < 7 ? PASSING : ANY;
            type = types.get(random.nextInt(types.size()));
        }
        if (!strike) {
            return next.run(call);
        }
        struck.incrementAndGet();
        if (!before) {
            next.run(call);
        }
        return Effect.failed(Failure.of(type, "fault.struck", "struck " + (before ? "before" : "after") + " its work"));
    }
}
