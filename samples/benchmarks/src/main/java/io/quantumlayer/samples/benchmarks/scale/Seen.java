package io.quantumlayer.samples.benchmarks.scale;

/**
 * What was seen while the deployments ran.
 *
 * @param live how many ended LIVE
 * @param mostAtOnce the most that were under way in any sample
 * @param seconds from the first start to the last end
 * @param threads the most threads of the platform at once, those of the JVM too
 * @param heapMebibytes the most heap in use in any sample
 */
record Seen(int live, int mostAtOnce, double seconds, int threads, long heapMebibytes) {}
