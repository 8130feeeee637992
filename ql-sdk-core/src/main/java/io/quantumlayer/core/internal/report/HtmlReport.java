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
    private static final String HEAD = """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <link rel="icon" href="data:,"><meta name="color-scheme" content="light dark"><title>\
        """;

    private static final String STYLE = """
        </title><style>
        :root{--bg:#fbfbfa;--fg:#1c2128;--dim:#5b6570;--rule:#d9dde2;--card:#fff;--ok:#1f7a4d;
        --bad:#b3261e;--na:#8a94a0;--warn:#a15c00}
        @media(prefers-color-scheme:dark){:root{--bg:#14171b;--fg:#e6e9ed;--dim:#9aa5b1;--rule:#2d343c;
        --card:#1b2026;--ok:#4cc38a;--bad:#ff7a70;--na:#6b7683;--warn:#e0a040}}
        *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);
        font:15px/1.5 system-ui,sans-serif}
        main{max-width:1100px;margin:0 auto;padding:32px 20px 64px}h1{font-size:26px;margin:0 0 4px}
        h2{font-size:17px;margin:34px 0 10px}
        .outcome{display:inline-block;padding:2px 12px;border-radius:12px;color:var(--bg);
        background:var(--na);font-weight:600}
        .outcome.good{background:var(--ok)}.outcome.bad{background:var(--bad)}.dim{color:var(--dim)}
        a{color:inherit}
        .line{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:10px 14px}
        .row{display:grid;grid-template-columns:130px minmax(120px,260px) 76px 1fr;gap:10px;
        align-items:start;padding:4px 0;border-bottom:1px solid var(--rule)}
        .row:last-child{border:0}.name{font-weight:600}.ms{text-align:right;color:var(--dim);
        font-variant-numeric:tabular-nums}.what{overflow-wrap:anywhere}
        .track{position:relative;height:12px;margin-top:6px;background:var(--bg);border-radius:6px;
        overflow:hidden}
        .bar{position:absolute;top:0;bottom:0;border-radius:6px;background:var(--na)}
        .bar.proved{background:var(--ok)}.bar.failed{background:var(--bad)}
        .bar.not-proved{background:var(--warn)}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--card);
        font-size:14px}
        th,td{text-align:left;padding:6px 10px;border:1px solid var(--rule);vertical-align:top;
        overflow-wrap:anywhere}td:first-child{overflow-wrap:break-word}th{color:var(--dim);font-weight:600}
        @media(max-width:700px){.row{grid-template-columns:1fr 70px}.track{display:none}
        .what{grid-column:1/3}}
        </style></head><body><main>
        """;

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
        html.raw(HEAD).text(application + " " + facts.kind().id()).raw(STYLE);
        head(application);
        new TimeLine(facts.events()).write(html);
        facts.decision().ifPresent(this::decision);
        evidence();
        findings();
        effects();
        retries();
        return html.raw("</main></body></html>\n").toString();
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
