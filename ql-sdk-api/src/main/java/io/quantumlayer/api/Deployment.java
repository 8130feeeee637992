package io.quantumlayer.api;

import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The handle of one run on an application: a deployment, a rollback or a removal. Thread-safe. */
public interface Deployment {
    /**
     * Returns the run's id.
     *
     * @return the id
     */
    RunId id();

    /**
     * Returns what the run does.
     *
     * @return the kind
     */
    RunKind kind();

    /**
     * Returns the events so far, read from the journal.
     *
     * @return the events in order
     */
    List<RunEvent> events();

    /**
     * Tells a listener of every event, those so far first. One that fails stays, see {@link RunListener}.
     *
     * @param listener the listener
     * @return what ends the subscription
     */
    Subscription subscribe(RunListener listener);

    /**
     * Waits for the end of the run. Running out of time cancels nothing.
     *
     * @param timeout how long to wait
     * @return the result; with outcome RUNNING if the time ran out
     * @throws InterruptedException if the caller is interrupted, which cancels nothing
     */
    DeploymentResult await(Duration timeout) throws InterruptedException;

    /**
     * Returns the future result.
     *
     * @return completes with the result whatever the outcome; with outcome SUSPENDED if the library is closed before
     */
    CompletionStage<DeploymentResult> completion();

    /**
     * Approves the placement that the run has chosen; the run goes on and its result names who approved. To refuse it,
     * {@link #cancel()}.
     *
     * @param by who approves, 1 to 100 printable characters
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the run does not wait for an
     *     approval, or the name is not one
     */
    void approve(String by);

    /** Asks for the end of the run; what it made is removed. A run that has ended ignores it. Idempotent. */
    void cancel();

    /**
     * Reads the log of the release this run placed, or a rollback made stand again, while that release is there: also
     * before it is live and after another one followed it.
     *
     * @return the last lines, at most 1,000, redacted; empty if nothing was placed or it was removed
     */
    List<String> logs();

    /**
     * Renders the run as one self-contained HTML page: time line, decision, evidence with digests, findings, retries.
     *
     * @return the page
     */
    String report();

    /** What ends a subscription. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        /** Ends the subscription. Idempotent. */
        @Override
        void close();
    }
}
