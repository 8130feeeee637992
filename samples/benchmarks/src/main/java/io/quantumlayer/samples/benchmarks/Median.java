package io.quantumlayer.samples.benchmarks;

import java.util.Arrays;

/** The middle of what several rounds gave. */
public final class Median {
    private Median() {}

    /**
     * Returns the median; of an even number of values the upper one of the two in the middle.
     *
     * @param values at least one, left as they are
     * @return the median
     */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
