package io.quantumlayer.core.internal.build;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When to ask for a build again: soon at first, so that a short one is not kept waiting, and ever later up to a second,
 * since each time is a checkpoint of its run. Begins anew with each command. Thread-safe.
 */
final class Patience {
    private static final long FIRST_MILLIS = 100;
    private static final long LAST_MILLIS = 1_000;
    private static final double GROWTH = 1.06;

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    Duration next(String key) {
        int times = asked.merge(key, 1, Integer::sum) - 1;
        long millis = Math.round(FIRST_MILLIS * Math.pow(GROWTH, times));
        return Duration.ofMillis(Math.min(LAST_MILLIS, millis));
    }

    void forget(String key) {
        asked.remove(key);
    }
}
