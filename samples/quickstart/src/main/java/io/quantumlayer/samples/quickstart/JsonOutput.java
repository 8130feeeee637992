package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells programs: one JSON object a line. */
final class JsonOutput implements Output {
    private final PrintStream out;

    JsonOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void analysis(AppSpec spec) {
        Map<String, Object> line = line("analysis");
        line.putAll(AnalysisFields.of(spec));
        print(line);
    }

    @Override
    public void preview(Preview preview) {
        Map<String, Object> line = line("preview");
        line.putAll(PreviewJson.of(preview));
        print(line);
    }

    @Override
    public void placement(Preview preview) {
        preview(preview);
    }

    @Override
    public void bill(Bill bill) {
        Map<String, Object> line = line("bill");
        line.putAll(BillJson.of(bill));
        print(line);
    }

    @Override
    public void bills(List<Bill> bills) {
        bills.forEach(this::bill);
    }

    @Override
    public void event(RunEvent event) {
        Map<String, Object> line = line("event");
        line.put("sequence", event.sequence());
        line.put("at", event.at().toString());
        line.put("event", event.type().name());
        line.putAll(event.details());
        print(line);
    }

    @Override
    public void result(DeploymentResult result) {
        Map<String, Object> line = line("result");
        line.put("run", result.run().value());
        line.put("application", result.run().application().toString());
        line.put("outcome", result.outcome().name());
        result.url().ifPresent(u -> line.put("url", u.toString()));
        result.failure().ifPresent(f -> line.put("failure", f.toString()));
        line.put("leftovers", result.leftovers());
        line.put("evidence", result.evidence().stream().map(Object::toString).toList());
        print(line);
    }

    @Override
    public void application(Application application) {
        Map<String, Object> line = line("application");
        line.put("application", application.id().toString());
        application.current().ifPresent(r -> line.put("current", r.id().value()));
        line.put(
                "releases",
                application.releases().stream().map(r -> r.id().value()).toList());
        print(line);
    }

    @Override
    public void orphans(Orphans orphans) {
        for (Orphans.Orphan orphan : orphans.found()) {
            Map<String, Object> line = line("orphan");
            line.put("application", orphan.application().toString());
            line.put("provider", orphan.provider());
            line.put("operation", orphan.operation());
            line.put("resource", orphan.resource());
            orphan.since().ifPresent(since -> line.put("since", since.toString()));
            print(line);
        }
        Map<String, Object> line = line("orphans");
        line.put("found", orphans.found().size());
        line.put("unsearched", orphans.unsearched());
        print(line);
    }

    @Override
    public void scan(ScanResult result) {
        for (ScanReport report : result.reports()) {
            Map<String, Object> line = line("scan");
            line.put("scanner", report.scanner());
            line.put("status", report.status().name());
            report.failure().ifPresent(f -> line.put("failure", f.toString()));
            line.put("files", report.coverage().files());
            line.put("skipped", report.coverage().skipped());
            line.put(
                    "findings",
                    report.findings().stream().map(JsonOutput::finding).toList());
            print(line);
        }
        Map<String, Object> line = line("gate");
        line.put("decision", result.gate().allowed() ? "ALLOWED" : "REFUSED");
        line.put("reasons", result.gate().reasons());
        line.put(
                "policies",
                result.gate().policies().stream().map(PolicyId::toString).toList());
        print(line);
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fingerprint", finding.fingerprint());
        fields.put("rule", finding.rule().id());
        fields.put("severity", finding.severity().name());
        fields.put("location", finding.location().toString());
        fields.put("package", finding.location().packageUrl());
        fields.put("message", finding.message());
        return fields;
    }

    @Override
    public void note(String name, String text) {
        Map<String, Object> line = line("note");
        line.put("name", name);
        line.put("text", text);
        print(line);
    }

    private static Map<String, Object> line(String type) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        return line;
    }

    private void print(Map<String, Object> line) {
        out.println(JsonText.of(line));
    }
}
