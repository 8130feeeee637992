package io.quantumlayer.samples.benchmarks.decision;

import io.quantumlayer.api.Outlook;
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
 * Measures the decision over the whole catalogue and prints JSON lines. The first lines are the first decision after
 * {@code build()} in this JVM, analysis of the words and reading of the catalogue included, and all that explains it;
 * start it in many JVMs for a median of that. The others are percentiles of warm decisions with the bill of the winner,
 * of the same with everything that explains them written down, and of the analysis that is part of them, over plans of
 * six shapes, no two of them alike.
 *
 * <p>Arguments: how many warm decisions (default 20,000; 0 measures only the first one).
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
            Outlook outlook = decided(ql, first);
            long decided = System.nanoTime();
            int offerings = explained(outlook);
            long end = System.nanoTime();
            print("build", (built - start) / MICROS, offerings);
            print("first decision", (decided - built) / MICROS, offerings);
            print("first explanation", (end - decided) / MICROS, offerings);
            if (count > 0) {
                measure("decision", plan -> decided(ql, plan), count);
                measure("decision with explanation", plan -> explained(decided(ql, plan)), count);
                measure("analysis alone", ql::analyze, count);
            }
        }
    }

    /** Decides among what is installed and in the whole market. */
    private static Outlook decided(QuantumLayer ql, DeploymentPlan plan) {
        Outlook outlook = ql.preview(plan).outlook();
        boolean billed = outlook.bill().isPresent();
        if (billed && outlook.marketChoice().isEmpty()) {
            throw new IllegalStateException("A bill without a choice");
        }
        return outlook;
    }

    /** Has all candidates, rejections and sensitivities written down. */
    private static int explained(Outlook outlook) {
        return outlook.market().candidates().size()
                + outlook.reasons().strategies().size();
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
