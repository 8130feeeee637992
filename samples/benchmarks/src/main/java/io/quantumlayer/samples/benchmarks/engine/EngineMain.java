package io.quantumlayer.samples.benchmarks.engine;

import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.samples.benchmarks.Median;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs five alternating rounds of both engines and prints JSON lines: each round, then the medians and their ratios.
 *
 * <p>Arguments: seconds a round (default 5), a folder on the disk to measure (default a temporary one), and the target
 * of a Temporal server to use instead of the in-memory one.
 */
public final class EngineMain {
    private static final int ROUNDS = 5;

    private EngineMain() {}

    /**
     * Runs the benchmark.
     *
     * @param args seconds a round, the folder, the target of a server
     * @throws IOException if the folder cannot be used
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("ql-bench");
        String target = args.length > 2 ? args[2] : "";
        double flush = FlushTime.median(folder);
        print("flush", 0, flush * 1_000, "ms");
        double[] death = new double[ROUNDS];
        double[] power = new double[ROUNDS];
        double[] peer = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double one = measured(new OurEngine(folder, Durability.PROCESS_DEATH), seconds);
            double two = measured(new OurEngine(folder, Durability.POWER_LOSS), seconds);
            double three = measured(new TemporalEngine(target), seconds);
            print("ours, process death", round, one, "runs/s");
            print("ours, power loss", round, two, "runs/s");
            print(target.isEmpty() ? "temporal, in memory" : "temporal, server", round, three, "runs/s");
            if (round >= 0) {
                death[round] = one / three;
                power[round] = two / three;
                peer[round] = two * 5 * flush / OurEngine.CALLERS;
            }
        }
        print("median ratio, process death", ROUNDS, Median.of(death), "x");
        print("median ratio, power loss", ROUNDS, Median.of(power), "x");
        print("share of what the disk allows, power loss", ROUNDS, Median.of(peer), "1");
    }

    private static double measured(EngineUnderTest engine, int seconds) throws InterruptedException {
        try (engine) {
            return Callers.runsPerSecond(engine, OurEngine.CALLERS, seconds);
        }
    }

    private static void print(String name, int round, double value, String unit) {
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"engine\",\"name\":\"%s\",\"round\":%d,\"value\":%.3f,\"unit\":\"%s\"}%n",
                name,
                round,
                value,
                unit);
    }
}
