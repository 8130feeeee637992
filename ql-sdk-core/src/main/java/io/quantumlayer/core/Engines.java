package io.quantumlayer.core;

import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.core.internal.engine.InProcessEngine;

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
}
