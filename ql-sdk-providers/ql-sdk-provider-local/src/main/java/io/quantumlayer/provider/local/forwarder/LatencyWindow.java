package io.quantumlayer.provider.local.forwarder;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Counts how long answers took during the last minute, in a few kilobytes whatever the traffic.
 *
 * <p>Buckets grow with the value (eight to each power of two), so a quantile is at most an eighth too high and never
 * too low. Six slices of ten seconds make the window: the oldest falls out as a whole.
 */
final class LatencyWindow {

    private static final int SLICES = 6;
    private static final long SLICE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LARGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int SUB_BITS = 3;
    private static final int SUB_BUCKETS = 1 << SUB_BITS;

    private final int[][] slices = new int[SLICES][bucket(LARGEST_MICROS) + 1];
    private final long[] sliceNumbers = new long[SLICES];

    void record(long nanos, long now) {
        long number = Math.floorDiv(now, SLICE_NANOS);
        int index = (int) Math.floorMod(number, (long) SLICES);
        if (sliceNumbers[index] != number) {
            sliceNumbers[index] = number;
            Arrays.fill(slices[index], 0);
        }
        long micros = Math.min(LARGEST_MICROS, Math.max(0, nanos / 1_000));
        slices[index][bucket(micros)]++;
    }

    /** What the window holds at {@code now}, a reading of {@link System#nanoTime()}. */
    Snapshot snapshot(long now) {
        long oldest = Math.floorDiv(now, SLICE_NANOS) - SLICES + 1;
        int[] sum = new int[slices[0].length];
        long total = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            if (sliceNumbers[slice] >= oldest) {
                total += add(slices[slice], sum);
            }
        }
        return new Snapshot(sum, total);
    }

    private static long add(int[] counts, int[] sum) {
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            sum[i] += counts[i];
            total += counts[i];
        }
        return total;
    }

    private static int bucket(long micros) {
        if (micros < SUB_BUCKETS) {
            return (int) micros;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(micros) - SUB_BITS;
        return (exponent + 1) * SUB_BUCKETS + (int) (micros >>> exponent) - SUB_BUCKETS;
    }

    private static long upperBound(int bucket) {
        if (bucket < SUB_BUCKETS) {
            return bucket;
        }
        int exponent = bucket / SUB_BUCKETS - 1;
        long mantissa = (long) bucket % SUB_BUCKETS + SUB_BUCKETS;
        return ((mantissa + 1) << exponent) - 1;
    }

    /** A frozen sum of the window's slices. */
    static final class Snapshot {

        private final int[] counts;
        private final long total;

        private Snapshot(int[] counts, long total) {
            this.counts = counts;
            this.total = total;
        }

        long total() {
            return total;
        }

        /** The time within which {@code share} of the answers came; zero when there were none. */
        Duration quantile(double share) {
            long rank = (long) Math.ceil(share * total);
            long seen = 0;
            for (int i = 0; i < counts.length; i++) {
                seen += counts[i];
                if (rank > 0 && seen >= rank) {
                    return Duration.of(upperBound(i), ChronoUnit.MICROS);
                }
            }
            return Duration.ZERO;
        }
    }
}
