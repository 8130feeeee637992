package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.run.RunId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Executes runs. Thread-safe.
 *
 * <p>For each run the engine feeds its flow one event at a time: it writes the event durably, asks the flow, tells the
 * observer, executes the command, and turns its result into the next event. Between two events a run waits without a
 * thread. Steps of one run never overlap: after a step's timeout it is interrupted, and its late answer is dropped. A
 * signal that comes while a step runs is delivered after it; the signal {@link #CANCEL} also raises the step's
 * cancellation and interrupts it.
 */
public interface ExecutionEngine extends AutoCloseable {
    /** The name of the signal that asks for the end of a run. */
    String CANCEL = "cancel";

    /**
     * Starts a run; its first event is durable when this returns.
     *
     * @param request the run
     * @throws io.quantumlayer.api.error.QuantumLayerException of type concurrency, code {@code application.busy}, if
     *     another run of the application has not ended
     */
    void start(RunRequest request);

    /**
     * Goes on with a run of this owner that a former process left unfinished, after folding its history. Does nothing
     * if it is going on here already.
     *
     * @param run the run
     */
    void resume(RunId run);

    /**
     * Sends a signal.
     *
     * @param run the run; one that has ended ignores it
     * @param name the signal
     * @param payload what it says
     */
    void signal(RunId run, String name, byte[] payload);

    /**
     * Returns the future result of a run that goes on here, or its result if it has ended.
     *
     * @param run the run
     * @return completes with the data of the flow's end command; with a
     *     {@link java.util.concurrent.CancellationException} if the engine is closed before
     */
    CompletionStage<byte[]> completion(RunId run);

    /**
     * Returns all events of a run so far.
     *
     * @param run the run
     * @return the events in order; empty if the run is not known
     */
    List<FlowEvent> history(RunId run);

    /**
     * Stops every run at once because this host no longer holds them: their calls are cancelled, nothing more is
     * written, and their completions fail with code {@code journal.fenced}. Returns at once.
     */
    void abandon();

    /**
     * Suspends every run at its next checkpoint: running steps are interrupted and their effects settled at resume. No
     * thread of the engine is left when this returns. Idempotent.
     */
    @Override
    void close();
}
