package io.quantumlayer.api;

import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.ReleaseId;
import java.util.List;
import java.util.Optional;

/** The handle of an application: what find, rollback and destroy address. Thread-safe. */
public interface Application {
    /**
     * Returns tenant and name.
     *
     * @return the id
     */
    ApplicationId id();

    /**
     * Returns the releases that are placed, the live one first, then the newest.
     *
     * @return the releases; empty if there are none
     */
    List<Release> releases();

    /**
     * Returns the release that went live last.
     *
     * @return the release, or empty
     */
    Optional<Release> current();

    /**
     * Returns the last run on the application.
     *
     * @return its handle, or empty if there was none
     */
    Optional<Deployment> latest();

    /**
     * Looks afresh: asks the provider which release receives the traffic and probes its public address.
     *
     * @return LIVE with fresh evidence, or UNKNOWN with the reason as failure
     */
    DeploymentResult status();

    /**
     * Reads the signals of the current release from every monitor.
     *
     * @return the signals that can be read now
     */
    List<Signal> signals();

    /**
     * Reads the log of the current release.
     *
     * @return the last lines, at most 1,000, redacted
     */
    List<String> logs();

    /**
     * Says what {@link #rollback} would do. Both name the version of the database's schema, which a rollback never
     * turns back, where it has moved on since the release went live.
     *
     * @return the releases and the warnings
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if there is no previous release
     */
    RollbackPreview rollbackPreview();

    /**
     * Starts the return to the previous release.
     *
     * @return the handle of the run
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if there is no previous release, of
     *     type concurrency if the application is busy
     */
    Deployment rollback();

    /**
     * Starts the return to any release that is kept.
     *
     * @param release the release, one of {@link #releases()}
     * @return the handle of the run
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if it is not kept or is the current
     *     one, of type concurrency if the application is busy
     */
    Deployment rollback(ReleaseId release);

    /**
     * Starts the removal of everything the application has; ends when its absence is observed. What stands of it and
     * the journal does not know goes too, where a provider can list it.
     *
     * @return the handle of the run
     * @throws io.quantumlayer.api.error.QuantumLayerException of type concurrency if the application is busy
     */
    Deployment destroy();
}
