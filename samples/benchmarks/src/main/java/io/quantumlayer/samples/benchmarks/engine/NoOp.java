package io.quantumlayer.samples.benchmarks.engine;

/** The step that does nothing. */
public final class NoOp implements Activity {
    @Override
    public String step(String payload) {
        return payload;
    }
}
