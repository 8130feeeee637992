package io.quantumlayer.testkit.crash;

/** Stands for the end of the process: an error, so that nothing classifies, retries or records it. */
public final class SimulatedKill extends Error {
    private static final long serialVersionUID = 1L;

    SimulatedKill(CrashPoint at) {
        super("the process was killed " + at);
    }
}
