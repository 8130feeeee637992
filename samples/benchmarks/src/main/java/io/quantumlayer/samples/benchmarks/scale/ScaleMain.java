package io.quantumlayer.samples.benchmarks.scale;

import io.quantumlayer.api.QuantumLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Starts many deployments whose step 8 is under way outside for five seconds, and prints one JSON line with what was
 * seen. Exits 1 unless all of them were under way at once and ended LIVE in time.
 *
 * <p>Arguments: how many (default 10,000), a folder on the disk to use (default a temporary one), and how many threads
 * there may be (default no limit). The heap is limited by the JVM's own options: {@code -Xmx512m -XX:+UseParallelGC},
 * since the parallel collector spends least where little room is left.
 */
public final class ScaleMain {
    private static final int MOST_SECONDS = 60;
    private static final int CALLERS = 16;

    private ScaleMain() {}

    /**
     * Runs the benchmark.
     *
     * @param args how many, the folder, the limit of threads
     * @throws IOException if the folder cannot be used
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int deployments = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("ql-scale");
        int mostThreads = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
        Seen seen;
        try (QuantumLayer layer = ScaleLibrary.build(Files.createTempDirectory(folder, "scale"), deployments)) {
            seen = new Load(layer, deployments, CALLERS).run();
        }
        boolean passed = seen.live() == deployments
                && seen.mostAtOnce() == deployments
                && seen.seconds() < MOST_SECONDS
                && seen.threads() <= mostThreads;
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"scale\",\"java\":%d,\"deployments\":%d,\"live\":%d,\"mostAtOnce\":%d,"
                        + "\"seconds\":%.1f,\"threads\":%d,\"heapMiB\":%d,\"heapLimitMiB\":%d,\"passed\":%b}%n",
                Runtime.version().feature(),
                deployments,
                seen.live(),
                seen.mostAtOnce(),
                seen.seconds(),
                seen.threads(),
                seen.heapMebibytes(),
                Runtime.getRuntime().maxMemory() >> 20,
                passed);
        System.exit(passed ? 0 : 1);
    }
}
