package io.quantumlayer.samples.benchmarks.scale;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts deployments from many callers and samples how many are under way. */
final class Load {
    private static final long SAMPLE_MILLIS = 10;

    private final QuantumLayer layer;
    private final int deployments;
    private final int callers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger live = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch open;

    Load(QuantumLayer layer, int deployments, int callers) {
        this.layer = layer;
        this.deployments = deployments;
        this.callers = callers;
        this.open = new CountDownLatch(deployments);
    }

    Seen run() throws InterruptedException {
        ManagementFactory.getThreadMXBean().resetPeakThreadCount();
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        long begin = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            pool.execute(this::call);
        }
        int most = 0;
        long heap = 0;
        boolean ended = false;
        while (!ended) {
            ended = open.await(SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
            most = Math.max(most, atOnce.get());
            heap = Math.max(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        pool.shutdown();
        failures.stream().limit(1).forEach(why -> System.err.println("the first that did not end LIVE: " + why));
        int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
        return new Seen(live.get(), most, seconds, threads, heap >> 20);
    }

    private void call() {
        for (int number = next.getAndIncrement(); number < deployments; number = next.getAndIncrement()) {
            DeploymentPlan plan = DeploymentPlan.named("app-" + number)
                    .requirement("Create a Java REST service for a todo list")
                    .deadline(Duration.ofMinutes(10))
                    .build();
            Deployment run = layer.deploy(plan);
            atOnce.incrementAndGet();
            var unused = run.completion().whenComplete((result, error) -> {
                atOnce.decrementAndGet();
                if (error == null && result.reached() == Outcome.LIVE) {
                    live.incrementAndGet();
                } else {
                    failures.add(error == null ? result.toString() : error.toString());
                }
                open.countDown();
            });
        }
    }
}
