package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.run.StepStatus;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells people, a line at a time, as it happens. */
final class TextOutput implements Output {
    private static final int SHORT = 12;

    private final PrintStream out;
    private Instant stepStarted = Instant.EPOCH;

    TextOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void analysis(AppSpec spec) {
        AnalysisFields.of(spec).forEach((name, value) -> field(name, value));
    }

    private void field(String name, Object value) {
        if (value instanceof List<?> several) {
            several.forEach(one -> field(name, one));
        } else if (value instanceof Map<?, ?> map && map.containsKey("origin")) {
            Object shown = map.containsKey("id") ? map.get("id") : map.get("value");
            String flag = map.containsValue(false) && !Boolean.FALSE.equals(shown) ? ", kept as named" : "";
            out.printf("%-22s %s (%s%s) %s%n", name, shown, map.get("origin"), flag, map.get("words"));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((part, inner) -> field(name + " " + part, inner));
        } else {
            out.printf("%-22s %s%n", name, value);
        }
    }

    @Override
    public void preview(Preview preview) {
        new PreviewText(out).preview(preview);
    }

    @Override
    public void placement(Preview preview) {
        new PreviewText(out).placement(preview);
    }

    @Override
    public void bill(Bill bill) {
        new BillText(out).bill(bill);
    }

    @Override
    public void bills(List<Bill> bills) {
        new BillText(out).bills(bills);
    }

    @Override
    public void event(RunEvent event) {
        switch (event.type()) {
            case STEP_STARTED -> stepStarted = event.at();
            case STEP_ENDED -> ended(event);
            case STEP_FAILED -> out.println(head(event) + "failed: " + event.detail("message"));
            case RETRY_PLANNED -> out.println("        again at " + event.detail("until"));
            case APPROVAL_REQUESTED -> out.println("        waits for an approval until " + event.detail("until"));
            case APPROVED -> out.println("        approved by " + event.detail("by"));
            case FALLBACK, CANCEL_REQUESTED ->
                out.println("        "
                        + event.type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case RUN_STARTED, RUN_ENDED, STEP_WAITING, EFFECT_INTENDED, EFFECT_ENDED -> {
                // Told by the steps around them.
            }
        }
    }

    private void ended(RunEvent event) {
        String status = event.detail("status").toLowerCase(Locale.ROOT).replace('_', ' ');
        long millis = Duration.between(stepStarted, event.at()).toMillis();
        out.println(head(event) + (status.isEmpty() ? "done" : status) + " in " + millis + " ms: "
                + event.detail("message"));
    }

    private static String head(RunEvent event) {
        Optional<StepName> step = Arrays.stream(StepName.values())
                .filter(s -> s.id().equals(event.detail("step")))
                .findFirst();
        return step.map(s -> String.format(Locale.ROOT, "[%2d/12] %-22s", s.number(), s.title()))
                .orElseGet(() -> String.format(Locale.ROOT, "        %-22s", event.detail("step")));
    }

    @Override
    public void result(DeploymentResult result) {
        out.println();
        out.println(result.outcome() + result.url().map(u -> " " + u).orElse(""));
        result.failure().ifPresent(f -> out.println("  because " + f));
        result.leftovers().forEach(name -> out.println("  left over: " + name));
        result.evidence().forEach(this::evidence);
        String unproved = result.steps().stream()
                .filter(s -> s.status() == StepStatus.NOT_PROVED)
                .map(StepReport::step)
                .collect(Collectors.joining(", "));
        if (!unproved.isEmpty()) {
            out.println("  not proved: " + unproved);
        }
    }

    private void evidence(Evidence piece) {
        out.printf(
                "  %-24s %s  %s%n",
                piece.claim().id().replace('_', ' '), piece.subject().hex().substring(0, 12), piece.detail());
    }

    @Override
    public void application(Application application) {
        String current =
                application.current().map(Release::id).map(Object::toString).orElse("no live release");
        out.println(application.id() + "  " + current + "  "
                + application.releases().size() + " release(s)");
    }

    @Override
    public void orphans(Orphans orphans) {
        orphans.found()
                .forEach(orphan -> out.println(orphan.application() + "  " + orphan.provider() + "  "
                        + orphan.operation() + "  " + orphan.resource()
                        + orphan.since().map(since -> "  since " + since).orElse("")));
        orphans.unsearched().forEach(line -> out.println("not searched: " + line));
        if (orphans.found().isEmpty() && orphans.unsearched().isEmpty()) {
            out.println("nothing stands that no release uses");
        }
    }

    @Override
    public void scan(ScanResult result) {
        for (ScanReport report : result.reports()) {
            out.println(report.scanner() + ": "
                    + report.status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                    + report.coverage().files() + " files read, "
                    + report.findings().size() + " findings");
            report.failure().ifPresent(f -> out.println("  because " + f));
            report.coverage().skipped().forEach(skipped -> out.println("  not looked at: " + skipped));
            report.findings().forEach(this::finding);
        }
        out.println(result.gate().allowed() ? "ALLOWED" : "REFUSED");
        result.gate().reasons().forEach(reason -> out.println("  " + reason));
    }

    private void finding(Finding finding) {
        out.println("  " + finding.severity() + " " + finding.rule().id() + " " + finding.location() + " "
                + finding.message() + " [" + finding.fingerprint().substring(0, SHORT) + "]");
    }

    @Override
    public void note(String name, String text) {
        out.println(name.isEmpty() ? text : name + ": " + text);
    }
}
