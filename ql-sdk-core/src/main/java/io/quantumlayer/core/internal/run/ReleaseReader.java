package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import io.quantumlayer.api.spi.provider.LogPage;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.step.SecretWatch;
import io.quantumlayer.core.internal.step.StatusCheck;
import io.quantumlayer.core.internal.step.StepValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a placed release shows right now: status, signals and log. */
final class ReleaseReader {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MAX_LINES = 1_000;
    private static final int MAX_PAGES = 1_000;
    private static final String READ_KEY = "r".repeat(26);

    private final Kernel kernel;

    ReleaseReader(Kernel kernel) {
        this.kernel = kernel;
    }

    DeploymentResult status(ApplicationId application) {
        RunId run = run(application);
        Optional<PlacedRelease> current = current(application);
        if (current.isEmpty()) {
            return kernel.unfinished(
                    run,
                    Outcome.UNKNOWN,
                    Failure.of(ErrorType.VALIDATION, "status.nothing", "no release of " + application + " is live"));
        }
        return new StatusCheck(kernel.tools()).check(context(run), current.get());
    }

    List<Signal> signals(ApplicationId application) {
        Optional<PlacedRelease> current = current(application);
        if (current.isEmpty()) {
            return List.of();
        }
        PlacedRelease release = current.get();
        MonitoredRelease seen = new MonitoredRelease(
                application, release.release().id(), release.spec().placement().providerId(), release.attributes());
        List<Signal> signals = new ArrayList<>();
        CallContext context = context(run(application));
        kernel.tools().monitors().forEach(m -> signals.addAll(m.read(context, seen)));
        return signals;
    }

    List<String> logs(ApplicationId application) {
        return current(application).map(r -> logs(run(application), r.spec())).orElse(List.of());
    }

    List<String> logs(RunHeader header) {
        return StepValues.of(kernel.core().engine().history(header.id()))
                .placed()
                .map(spec -> logs(header.id(), spec))
                .orElse(List.of());
    }

    private List<String> logs(RunId run, ReleaseSpec release) {
        ProviderCalls calls = kernel.tools().providers().get(release.placement().providerId());
        new SecretWatch(kernel.tools()).learn(context(run), List.of());
        List<String> lines = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            String from = cursor;
            Optional<LogPage> read = calls.value("logs", () -> calls.provider().logs(context(run), release, from))
                    .value();
            if (read.isEmpty() || read.get().lines().isEmpty()) {
                break;
            }
            lines.addAll(read.get().lines());
            cursor = read.get().next();
            if (lines.size() > MAX_LINES) {
                lines.subList(0, lines.size() - MAX_LINES).clear();
            }
        }
        String text = kernel.tools().redactor().apply(String.join("\n", lines));
        return lines.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private Optional<PlacedRelease> current(ApplicationId application) {
        return kernel.tools().releases().book(application).current();
    }

    private RunId run(ApplicationId application) {
        return kernel.latest(kernel.core().journal().runs(application))
                .map(RunHeader::id)
                .orElseGet(() -> kernel.ids().run(application));
    }

    private CallContext context(RunId run) {
        return CallContext.of(run, READ_KEY, kernel.clock().instant().plus(LIMIT), kernel.clock());
    }
}
