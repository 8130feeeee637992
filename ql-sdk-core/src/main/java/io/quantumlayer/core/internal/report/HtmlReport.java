package io.quantumlayer.core.internal.report;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of a run: one page without any outside address, for light and dark. Equal input gives equal bytes. */
public final class HtmlReport {
    private final RunFacts facts;
    private final Html html = new Html();

    private HtmlReport(RunFacts facts) {
        this.facts = facts;
    }

    /**
     * Renders a run.
     *
     * @param facts what the page tells
     * @return the page
     */
    public static String of(RunFacts facts) {
        return new HtmlReport(facts).page();
    }

    private String page() {
        String application = facts.result().run().application().toString();
        PageFrame.open(html, application + " " + facts.kind().id());
        head(application);
        new TimeLine(facts.events()).write(html);
        facts.decision().ifPresent(this::decision);
        evidence();
        findings();
        effects();
        retries();
        return PageFrame.close(html);
    }

    private void head(String application) {
        DeploymentResult result = facts.result();
        String look = result.outcome().successful() ? "good" : result.outcome().ended() ? "bad" : "";
        html.element("h1", application)
                .raw("<p><span class=\"outcome " + look + "\">")
                .text(result.outcome().name())
                .raw("</span> ");
        result.url()
                .ifPresent(u -> html.raw("<a href=\"")
                        .text(u.toString())
                        .raw("\">")
                        .text(u.toString())
                        .raw("</a>"));
        html.raw("</p><p class=dim>")
                .text(facts.kind().id() + " " + result.run().value() + ", "
                        + new TimeLine(facts.events()).length().toMillis() + " ms")
                .raw("</p>");
        result.failure().ifPresent(f -> html.element("p", "Because " + f));
        result.warnings().forEach(warning -> html.element("p", "Warning: " + warning));
        if (!result.leftovers().isEmpty()) {
            html.element("p", "Left over: " + String.join(", ", result.leftovers()));
        }
    }

    private void decision(PlacementDecision decision) {
        List<List<String>> rows = new ArrayList<>();
        for (Candidate candidate : decision.candidates()) {
            for (FactorScore score : candidate.scores()) {
                rows.add(List.of(
                        candidate.offering().id(),
                        score.factor().name().toLowerCase(Locale.ROOT),
                        score.points().map(Object::toString).orElse("UNKNOWN") + " of "
                                + score.factor().max(),
                        score.reason()));
            }
        }
        decision.rejections().forEach(r -> rows.add(List.of(r.offeringId(), "rejected: " + r.limit(), "", r.reason())));
        decision.sensitivity().forEach(line -> rows.add(List.of("", "sensitivity", "", line)));
        new FactorBars(html).write(decision.candidates());
        html.table("Placement decision", List.of("offering", "factor", "points", "why"), rows);
    }

    private void evidence() {
        List<List<String>> rows = new ArrayList<>();
        for (Evidence piece : facts.result().evidence()) {
            rows.add(List.of(
                    piece.claim().id().replace('_', ' '),
                    piece.detail(),
                    piece.observed().observer() + " by " + piece.observed().method() + " at "
                            + piece.observedAt().truncatedTo(ChronoUnit.SECONDS),
                    piece.subject().toString(),
                    piece.observed().raw().toString()));
        }
        html.table("Evidence", List.of("claim", "what was seen", "by", "subject", "hash of the raw answer"), rows);
    }

    private void findings() {
        List<List<String>> rows = new ArrayList<>();
        for (ScanReport report : facts.scans()) {
            rows.add(List.of(
                    report.scanner(),
                    "coverage",
                    report.coverage().files() + " files, " + report.coverage().bytes() + " bytes",
                    String.join(", ", report.coverage().skipped())));
            for (Finding finding : report.findings()) {
                rows.add(List.of(
                        report.scanner(),
                        finding.severity() + " " + finding.rule().id(),
                        finding.location().toString(),
                        finding.message()));
            }
        }
        if (!rows.isEmpty()) {
            html.table("Findings", List.of("scanner", "rule", "where", "what"), rows);
        }
    }

    private void effects() {
        List<List<String>> rows = new ArrayList<>();
        for (RunEvent event : facts.events()) {
            boolean effect =
                    event.type() == RunEvent.Type.EFFECT_INTENDED || event.type() == RunEvent.Type.EFFECT_ENDED;
            if (effect) {
                rows.add(List.of(
                        event.at().toString(),
                        event.detail("action").toLowerCase(Locale.ROOT),
                        event.detail("operation") + event.detail("state").toLowerCase(Locale.ROOT),
                        event.detail("resource") + event.detail("message"),
                        event.detail("key")));
            }
        }
        if (!rows.isEmpty()) {
            html.table("Effects outside", List.of("at", "action", "operation or end", "on", "key"), rows);
        }
    }

    private void retries() {
        List<List<String>> rows = new ArrayList<>();
        for (RunEvent event : facts.events()) {
            switch (event.type()) {
                case STEP_FAILED ->
                    rows.add(List.of(event.at().toString(), event.detail("step"), event.detail("message")));
                case RETRY_PLANNED ->
                    rows.add(List.of(event.at().toString(), event.detail("step"), "again at " + event.detail("until")));
                case RUN_STARTED,
                        STEP_STARTED,
                        STEP_WAITING,
                        STEP_ENDED,
                        FALLBACK,
                        EFFECT_INTENDED,
                        EFFECT_ENDED,
                        APPROVAL_REQUESTED,
                        APPROVED,
                        CANCEL_REQUESTED,
                        RUN_ENDED -> {
                    // Not a failure.
                }
            }
        }
        if (!rows.isEmpty()) {
            html.table("Failures and retries", List.of("at", "step", "what"), rows);
        }
    }
}
