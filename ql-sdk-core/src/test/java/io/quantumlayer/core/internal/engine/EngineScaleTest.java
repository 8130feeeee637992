package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.Effect;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineScaleTest {
    private static final int RUNS = 10_000;
    private static final Duration WAIT = Duration.ofMinutes(5);

    @Test
    void holdsTenThousandWaitingRunsInLittleMemoryAndWithoutAThread() throws Exception {
        Map<Thread, Boolean> inside = new ConcurrentHashMap<>();
        AtomicInteger first = new AtomicInteger(RUNS);
        try (Bench bench = new Bench()) {
            bench.flow = LineFlow.of("a");
            bench.steps = call -> {
                inside.put(Thread.currentThread(), true);
                try {
                    return first.getAndDecrement() > 0 ? Effect.pending(WAIT) : Effect.done(call.input());
                } finally {
                    inside.remove(Thread.currentThread());
                }
            };
            long before = usedHeap();

            for (int i = 0; i < RUNS; i++) {
                bench.start(Bench.run(i), "x");
            }
            bench.time.awaitTimers(RUNS, WAIT);

            assertThat(inside).isEmpty();
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(t -> t.getName().startsWith("ql-worker-")))
                    .hasSizeLessThanOrEqualTo(32);
            assertThat(usedHeap() - before).isLessThan(100L << 20);

            bench.time.advance(WAIT.plusMillis(1));
            for (int i = 0; i < RUNS; i++) {
                assertThat(bench.await(Bench.run(i))).isEqualTo("x");
            }
        }
    }

    private static long usedHeap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
