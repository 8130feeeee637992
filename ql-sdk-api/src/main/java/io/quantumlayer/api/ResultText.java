package io.quantumlayer.api;

import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.StepReport;
import java.util.StringJoiner;

/** Renders a result as the short report that people read in a terminal. */
final class ResultText {
    private ResultText() {}

    static String of(DeploymentResult result) {
        StringJoiner out = new StringJoiner(System.lineSeparator());
        out.add(result.outcome() + result.url().map(u -> " " + u).orElse(""));
        result.failure().ifPresent(f -> out.add("  because " + f));
        for (String warning : result.warnings()) {
            out.add("  warning: " + warning);
        }
        for (String name : result.leftovers()) {
            out.add("  left over: " + name);
        }
        for (StepReport step : result.steps()) {
            out.add(String.format("  %-14s %-14s %s", step.step(), step.status(), step.summary()));
        }
        for (Evidence piece : result.evidence()) {
            String digest = piece.subject().hex().substring(0, 12);
            out.add(String.format("  %-24s %s  %s", piece.claim().id(), digest, piece.detail()));
        }
        return out.toString();
    }
}
