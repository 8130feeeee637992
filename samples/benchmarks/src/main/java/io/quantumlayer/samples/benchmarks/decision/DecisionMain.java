package io.quantumlayer.samples.benchmarks.decision;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.catalog.CloudCatalogFactory;
import io.quantumlayer.core.QuantumLayerBuilder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures the decision over the whole catalogue and prints JSON lines. The first line is the first preview after
 * {@code build()} in this JVM, analysis of the words and reading of the catalogue included; start it in many JVMs for
 * a median of that. The others are percentiles of warm previews, and of the analysis that is part of them, over plans
 * of six shapes, no two of them alike.
 *
 * <p>Arguments: how many warm previews (default 20,000; 0 measures only the first one).
 */
public final class DecisionMain {
    private static final double MICROS = 1_000;
    private static final int WARM_UP = 5_000;

    private DecisionMain() {}

    /**
     * Runs the benchmark.
     *
     * @param args how many warm previews
     */
    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        DeploymentPlan first = DecisionPlans.number(0);
        long start = System.nanoTime();
        try (QuantumLayer ql = QuantumLayerBuilder.create()
                .discovery(false)
                .addCatalog(new CloudCatalogFactory())
                .build()) {
            long built = System.nanoTime();
            int offerings = decided(ql, first);
            long end = System.nanoTime();
            print("build", (built - start) / MICROS, offerings);
            print("first preview", (end - built) / MICROS, offerings);
            if (count > 0) {
                measure("preview", plan -> decided(ql, plan), count);
                measure("analysis alone", ql::analyze, count);
            }
        }
    }

    /** Decides among what is installed and in the whole market, whose part of a preview is made when it is read. */
    private static int decided(QuantumLayer ql, DeploymentPlan plan) {
        return ql.preview(plan).outlook().market().candidates().size();
    }

    private static void measure(String name, Consumer<DeploymentPlan> call, int count) {
        for (int i = 0; i < WARM_UP; i++) {
            call.accept(DecisionPlans.number(i));
        }
        long[] nanos = new long[count];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            DeploymentPlan plan = DecisionPlans.number(WARM_UP + i);
            long start = System.nanoTime();
            call.accept(plan);
            nanos[i] = System.nanoTime() - start;
        }
        print(name + ", mean of processor time", (threads.getCurrentThreadCpuTime() - cpu) / MICROS / count, count);
        Arrays.sort(nanos);
        print(name + ", p50", nanos[count / 2] / MICROS, count);
        print(name + ", p99", nanos[count - 1 - count / 100] / MICROS, count);
    }

    private static void print(String name, double micros, int count) {
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"decision\",\"java\":%d,\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"of\":%d}%n",
                Runtime.version().feature(),
                name,
                micros,
                "us",
                count);
    }
}
