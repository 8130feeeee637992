package io.quantumlayer.samples.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Calls an engine from many threads for a while. */
final class Callers {
    private Callers() {}

    static double runsPerSecond(EngineUnderTest engine, int callers, int seconds) throws InterruptedException {
        engine.runOnce();
        AtomicLong done = new AtomicLong();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(() -> call(engine, end, done, failed), "caller-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("a run failed", failed.get());
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    private static void call(EngineUnderTest engine, long end, AtomicLong done, AtomicReference<Throwable> failed) {
        try {
            while (System.nanoTime() < end && failed.get() == null) {
                engine.runOnce();
                done.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed.set(e);
        }
    }
}
