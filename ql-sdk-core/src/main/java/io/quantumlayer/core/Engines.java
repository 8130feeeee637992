package io.quantumlayer.core;

import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.core.internal.engine.InProcessEngine;
import java.util.concurrent.Executor;

/** The engine that comes with core. */
public final class Engines {
    private Engines() {}

    /**
     * Returns the engine of this process: virtual threads on Java 21 and newer, at most 32 threads before.
     *
     * @return its factory
     */
    public static EngineFactory inProcess() {
        return InProcessEngine.factory();
    }

    /**
     * Returns the engine of this process with another limit of threads for Java 17.
     *
     * @param maxThreads at least 1; no effect where there are virtual threads
     * @return its factory
     */
    public static EngineFactory inProcess(int maxThreads) {
        return InProcessEngine.factory(maxThreads);
    }

    /**
     * Returns the engine of this process on threads of its host: every step, and so every call of an extension and of a
     * listener, runs on the given executor. The host owns it: {@code close()} waits for the steps that run on it, at
     * most 30 seconds, starts no other one and never shuts it down. What it refuses, or would run in the calling
     * thread, runs on a thread of the library's own, so that no run stands still. The library's few other threads
     * (timer, lease, launcher, probes) are daemons and end with {@code close()}.
     *
     * @param executor runs steps that block for seconds, several at once; each takes interrupts until it returns
     * @return its factory
     */
    public static EngineFactory inProcess(Executor executor) {
        return InProcessEngine.factory(executor);
    }
}
