package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.event.EventStream;
import io.quantumlayer.core.internal.event.GuardedListener;
import io.quantumlayer.core.internal.flow.Script;
import io.quantumlayer.core.internal.report.HtmlReport;
import io.quantumlayer.core.internal.report.RunFacts;
import io.quantumlayer.core.internal.step.Approval;
import io.quantumlayer.core.internal.step.StepValues;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A run as callers hold it: a view on engine and journal without a state of its own. */
final class DeploymentHandle implements Deployment {
    private static final Pattern APPROVER =
            Pattern.compile("[\\p{Print}&&[^\\x00-\\x1f]]{1,100}", Pattern.UNICODE_CHARACTER_CLASS);

    private final Kernel kernel;
    private final RunHeader header;

    DeploymentHandle(Kernel kernel, RunHeader header) {
        this.kernel = kernel;
        this.header = header;
    }

    @Override
    public RunId id() {
        return header.id();
    }

    @Override
    public RunKind kind() {
        return header.kind();
    }

    @Override
    public List<RunEvent> events() {
        return kernel.events(header);
    }

    @Override
    public Subscription subscribe(RunListener listener) {
        Optional<EventStream> stream = kernel.streams().find(id());
        if (stream.isPresent()) {
            return stream.get().subscribe(listener, (projection, extent) -> kernel.replay(header, projection, extent));
        }
        events().forEach(new GuardedListener(listener)::onEvent);
        return () -> {};
    }

    @Override
    public DeploymentResult await(Duration timeout) throws InterruptedException {
        try {
            return completion().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return kernel.unfinished(id(), Outcome.RUNNING, null);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a completion of a run never fails", e);
        }
    }

    @Override
    public CompletionStage<DeploymentResult> completion() {
        return kernel.core()
                .engine()
                .completion(id())
                .handle((end, thrown) -> thrown == null ? kernel.result(id(), end) : suspended(thrown));
    }

    private DeploymentResult suspended(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof QuantumLayerException refused) {
            return kernel.unfinished(id(), Outcome.SUSPENDED, refused.failure());
        }
        if (cause instanceof CancellationException) {
            return kernel.unfinished(id(), Outcome.SUSPENDED, null);
        }
        throw new CompletionException(cause);
    }

    @Override
    public void approve(String by) {
        if (!APPROVER.matcher(by).matches()) {
            throw refused("approval.name", "who approves is named in 1 to 100 printable characters");
        }
        RunEvent.Type last = RunEvent.Type.RUN_STARTED;
        for (RunEvent event : events()) {
            last = event.type();
        }
        if (last != RunEvent.Type.APPROVAL_REQUESTED) {
            throw refused("approval.not-awaited", "run " + id() + " does not wait for an approval");
        }
        kernel.core().engine().signal(id(), Script.APPROVE, Json.write(new Approval(by)));
    }

    private static QuantumLayerException refused(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, code, message));
    }

    @Override
    public void cancel() {
        kernel.core().engine().signal(id(), ExecutionEngine.CANCEL, "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> logs() {
        return new ReleaseReader(kernel).logs(header);
    }

    @Override
    public String report() {
        DeploymentResult result =
                completion().toCompletableFuture().getNow(kernel.unfinished(id(), Outcome.RUNNING, null));
        StepValues values = StepValues.of(kernel.core().engine().history(id()));
        return HtmlReport.of(new RunFacts(kind(), events(), result, values.decision(), values.scans()));
    }
}
