package io.quantumlayer.monitoring.internal.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A process that waits for its input: for each line it spends half a second of processor time and answers. */
final class SleeperMain {
    private static final long BURNT = Duration.ofMillis(500).toNanos();

    private SleeperMain() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (input.readLine() != null) {
            long end = processorTime() + BURNT;
            long spins = 0;
            while (processorTime() < end) {
                spins++;
            }
            System.out.println("burnt " + spins);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
