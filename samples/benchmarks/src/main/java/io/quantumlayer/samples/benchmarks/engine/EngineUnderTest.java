package io.quantumlayer.samples.benchmarks.engine;

/** An engine that runs one workflow of three steps at a time for each caller. */
interface EngineUnderTest extends AutoCloseable {
    /** Runs one workflow to its end. */
    void runOnce() throws InterruptedException;

    @Override
    void close();
}
