package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.cost.Pricing;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.engine.Lease;
import io.quantumlayer.core.internal.gate.Terms;
import io.quantumlayer.core.internal.step.DeployRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The library instance that callers hold. */
public final class QuantumLayerCore implements QuantumLayer {
    private static final Duration SCAN_LIMIT = Duration.ofMinutes(10);

    private final Kernel kernel;
    private final RunStarter starter;
    private final Previewer previewer;
    private final Intake intake;
    private final Lease lease;
    private final Ending ending;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Creates an instance.
     *
     * @param kernel its parts
     * @param intake refuses plans that may not be worked on
     * @param lease the lease on the journal
     * @param ending closes what it was made of
     */
    public QuantumLayerCore(Kernel kernel, Intake intake, Lease lease, Ending ending) {
        this.kernel = kernel;
        this.starter = new RunStarter(kernel);
        this.previewer = new Previewer(kernel);
        this.intake = intake;
        this.lease = lease;
        this.ending = ending;
    }

    /** Refuses plans that may not be worked on. */
    public interface Intake {
        /**
         * Checks a plan before anything is written.
         *
         * @param plan the plan
         * @throws io.quantumlayer.api.error.QuantumLayerException if it holds a literal secret or names a secret nobody
         *     can resolve
         */
        void check(DeploymentPlan plan);

        /**
         * Checks that this instance may deploy at all.
         *
         * @throws io.quantumlayer.api.error.QuantumLayerException if a setting is missing, naming it
         */
        void deployable();
    }

    /** Closes what an instance was made of. */
    @FunctionalInterface
    public interface Ending {
        /** Closes everything, in order. */
        void close();
    }

    @Override
    public AppSpec analyze(DeploymentPlan plan) {
        open();
        intake.check(plan);
        return kernel.analyzed(plan);
    }

    @Override
    public Preview preview(DeploymentPlan plan) {
        open();
        intake.check(plan);
        return previewer.preview(plan);
    }

    @Override
    public Pricing pricing() {
        open();
        return kernel.tools().pricing();
    }

    @Override
    public Deployment deploy(DeploymentPlan plan) {
        return deploy(plan, false);
    }

    @Override
    public Deployment adopt(DeploymentPlan plan) {
        return deploy(plan, true);
    }

    private Deployment deploy(DeploymentPlan plan, boolean adopt) {
        open();
        intake.check(plan);
        intake.deployable();
        ApplicationId application = new ApplicationId(plan.tenant(), plan.name());
        Digest digest = Digest.of(Json.write(plan));
        return starter.start(
                application,
                RunKind.DEPLOY,
                new DeployRequest(plan, digest, kernel.ids().release(), adopt));
    }

    @Override
    public ScanResult scan(Path folder, SecurityLevel level) {
        open();
        if (!Files.isDirectory(folder)) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.VALIDATION, "scan.no-folder", "there is no folder " + folder + " to scan"));
        }
        return kernel.tools().scans().scan(scanCall(), folder, Terms.of(level));
    }

    private CallContext scanCall() {
        RunId run = kernel.ids().run(new ApplicationId("default", "scan"));
        return CallContext.of(run, run.value(), kernel.clock().instant().plus(SCAN_LIMIT), kernel.clock());
    }

    @Override
    public Application application(ApplicationId id) {
        open();
        return new ApplicationHandle(kernel, starter, id);
    }

    @Override
    public Optional<Deployment> find(RunId run) {
        open();
        return kernel.core().journal().find(run).map(h -> new DeploymentHandle(kernel, h));
    }

    @Override
    public List<Application> list(String tenant) {
        open();
        List<Application> found = new ArrayList<>();
        for (ApplicationId id : kernel.core().journal().applications(tenant)) {
            if (kernel.isBusy(id)
                    || !kernel.tools().releases().book(id).placed().isEmpty()) {
                found.add(new ApplicationHandle(kernel, starter, id));
            }
        }
        return found;
    }

    @Override
    public Orphans orphans() {
        open();
        return new OrphanSearch(kernel).orphans();
    }

    @Override
    public List<Deployment> resume() {
        open();
        return kernel.core().journal().claim(lease.owner(), kernel.clock().instant()).stream()
                .map(run -> kernel.core().journal().find(run))
                .flatMap(Optional::stream)
                .map(starter::resume)
                .toList();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            ending.close();
        }
    }

    private void open() {
        if (closed.get()) {
            throw new IllegalStateException("this library instance is closed");
        }
    }
}
