package io.quantumlayer.api;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.cost.Pricing;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.ScanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The library: previews and deploys plans, and finds what was deployed. Thread-safe. Many instances live side by side
 * in one process; nothing is shared between them but what they are given.
 *
 * <p>Every call throws {@code QuantumLayerException} with a typed failure when it is refused, and
 * {@link IllegalStateException} after {@link #close()}.
 */
public interface QuantumLayer extends AutoCloseable {
    /**
     * Reads what a plan and its words ask for; needs no provider, no home and no placement that fits.
     *
     * @param plan the plan
     * @return the application, each value with its origin and words; of kind unsupported if nothing can be deployed
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the plan or its words hold a
     *     literal secret
     */
    AppSpec analyze(DeploymentPlan plan);

    /**
     * Computes everything that a deployment would do, without touching anything outside.
     *
     * @param plan the plan
     * @return what would happen, or what stands against it
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the plan or its words hold a
     *     literal secret
     */
    Preview preview(DeploymentPlan plan);

    /**
     * Returns what simulates bills at the offerings of every catalogue; it needs no home and touches nothing.
     *
     * @return the pricing of this instance
     */
    Pricing pricing();

    /**
     * Starts a deployment and returns at once. What stands of the application and this journal does not know is left
     * alone; {@link #adopt} takes it over.
     *
     * @param plan the plan
     * @return the handle of the run, which is durable by then
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the plan holds a literal secret, of
     *     type concurrency if the application is busy, of type configuration if a setting is missing, naming it
     */
    Deployment deploy(DeploymentPlan plan);

    /**
     * Starts a deployment that takes over what stands of the application although this journal does not know it, as
     * after a lost journal, and returns at once. If what serves the application is proved to be what the plan makes, it
     * becomes the release without a restart, and the run ends {@code ADOPTED}. If it differs, or nobody can prove that
     * it does not, a new release is made beside it and gets the traffic. Everything else that stands of the application
     * and no release uses is removed afterwards and seen absent; its data stays.
     *
     * <p>Whoever calls this says that what stands belongs to nobody else: a former release that only another journal
     * knows is removed with the rest.
     *
     * @param plan the plan
     * @return the handle of the run, which is durable by then
     * @throws io.quantumlayer.api.error.QuantumLayerException as {@link #deploy} does
     */
    Deployment adopt(DeploymentPlan plan);

    /**
     * Lets every scanner look through a folder and asks the gate, as step 6 of a deployment does, at the level
     * {@link SecurityLevel#STANDARD}.
     *
     * @param folder the source, only to be read
     * @return what was seen and covered, and the decision
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if it is not a folder
     */
    default ScanResult scan(Path folder) {
        return scan(folder, SecurityLevel.STANDARD);
    }

    /**
     * Lets every scanner look through a folder and asks the gate, as step 6 of a deployment does. Blocks until all of
     * them are done, ten minutes at most; what did not end by then failed, and the gate refuses.
     *
     * @param folder the source, only to be read
     * @param level how much the gate asks for
     * @return what was seen and covered, and the decision
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if it is not a folder
     */
    ScanResult scan(Path folder, SecurityLevel level);

    /**
     * Returns the handle of an application of the tenant {@code default}.
     *
     * @param name its name
     * @return the handle, whether it has releases or not
     */
    default Application application(String name) {
        return application(new ApplicationId("default", name));
    }

    /**
     * Returns the handle of an application.
     *
     * @param id its tenant and name
     * @return the handle, whether it has releases or not
     */
    Application application(ApplicationId id);

    /**
     * Finds a run.
     *
     * @param run its id
     * @return its handle, or empty if the journal does not know it
     */
    Optional<Deployment> find(RunId run);

    /**
     * Lists the applications of a tenant that have a release or a run under way.
     *
     * @param tenant the tenant
     * @return the handles by name
     */
    List<Application> list(String tenant);

    /**
     * Looks through every provider for what stands there and no placed release uses: what a lost journal, an instance
     * without a durable one, or a failed removal left behind. Applications with a run under way are left out, since
     * what that run makes is not a release yet. {@link Application#destroy()} removes what is found of an application.
     *
     * @return what was found, and where nobody could look
     */
    Orphans orphans();

    /**
     * Goes on with every run that a dead host left unfinished in the journal.
     *
     * @return the handles of the runs that go on here now
     */
    List<Deployment> resume();

    /** Suspends running deployments at their next checkpoint; ends no application and leaves no thread. Idempotent. */
    @Override
    void close();
}
