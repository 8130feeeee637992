package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.RollbackPreview;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.ReleaseBook;
import io.quantumlayer.core.internal.state.SchemaMove;
import io.quantumlayer.core.internal.step.DestroyRequest;
import io.quantumlayer.core.internal.step.RollbackRequest;
import java.util.List;
import java.util.Optional;

/** An application as callers hold it: a view on the journal without a state of its own. */
final class ApplicationHandle implements Application {
    private final Kernel kernel;
    private final RunStarter starter;
    private final ApplicationId id;

    ApplicationHandle(Kernel kernel, RunStarter starter, ApplicationId id) {
        this.kernel = kernel;
        this.starter = starter;
        this.id = id;
    }

    @Override
    public ApplicationId id() {
        return id;
    }

    @Override
    public List<Release> releases() {
        return book().placed().stream().map(PlacedRelease::release).toList();
    }

    @Override
    public Optional<Release> current() {
        return book().current().map(PlacedRelease::release);
    }

    @Override
    public Optional<Deployment> latest() {
        return kernel.latest(kernel.core().journal().runs(id)).map(h -> new DeploymentHandle(kernel, h));
    }

    @Override
    public DeploymentResult status() {
        return new ReleaseReader(kernel).status(id);
    }

    @Override
    public List<Signal> signals() {
        return new ReleaseReader(kernel).signals(id);
    }

    @Override
    public List<String> logs() {
        return new ReleaseReader(kernel).logs(id);
    }

    @Override
    public RollbackPreview rollbackPreview() {
        ReleaseBook book = book();
        ReleaseId target = previous(book);
        ReleaseId from = book.current().map(r -> r.release().id()).orElse(target);
        return new RollbackPreview(from, target, SchemaMove.warnings(book, target));
    }

    @Override
    public Deployment rollback() {
        ReleaseId target = previous(book());
        return starter.start(id, RunKind.ROLLBACK, new RollbackRequest(target));
    }

    @Override
    public Deployment rollback(ReleaseId release) {
        List<ReleaseId> others = releases().stream()
                .map(Release::id)
                .filter(kept -> current().map(Release::id).filter(kept::equals).isEmpty())
                .toList();
        if (!others.contains(release)) {
            throw refused(
                    "rollback.not-kept",
                    release + " is no former release of " + id + " that is kept; these are: " + others);
        }
        return starter.start(id, RunKind.ROLLBACK, new RollbackRequest(release));
    }

    private static QuantumLayerException refused(String code, String why) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, code, why));
    }

    @Override
    public Deployment destroy() {
        return starter.start(id, RunKind.DESTROY, new DestroyRequest(true));
    }

    private ReleaseId previous(ReleaseBook book) {
        return book.previous()
                .map(r -> r.release().id())
                .orElseThrow(() ->
                        refused("rollback.nothing", "application " + id + " has no previous release to return to"));
    }

    private ReleaseBook book() {
        return kernel.tools().releases().book(id);
    }
}
