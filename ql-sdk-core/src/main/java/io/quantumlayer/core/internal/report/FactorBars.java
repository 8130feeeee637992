package io.quantumlayer.core.internal.report;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Draws the points of candidates, a bar each, a colour a factor; what is UNKNOWN is hatched and has no length. */
final class FactorBars {
    private static final int MOST = 12;
    private static final double UNKNOWN_WIDTH = 1.2;
    private static final List<Factor> FACTORS = List.of(Factor.values());
    private static final int ALL_POINTS = FACTORS.stream().mapToInt(Factor::max).sum();

    private final Html html;

    FactorBars(Html html) {
        this.html = html;
    }

    /** Draws the first of them, the chosen one first. */
    void write(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        html.raw("<section><h2>Points by factor</h2><div class=line><p class=\"legend dim\">");
        for (Factor factor : FACTORS) {
            html.raw("<span><b class=" + look(factor) + "></b>")
                    .text(name(factor) + " of " + factor.max())
                    .raw("</span>");
        }
        html.raw("</p><div class=plot>");
        for (int i = 0; i < Math.min(MOST, candidates.size()); i++) {
            bar(candidates.get(i), i == 0);
        }
        html.raw("</div></div></section>\n");
    }

    private void bar(Candidate candidate, boolean chosen) {
        html.raw(chosen ? "<span class=\"label chosen\">" : "<span class=label>")
                .text(candidate.offering().id())
                .raw("</span><span class=stack>");
        candidate.scores().forEach(this::part);
        html.raw("</span><span class=value>")
                .text(candidate.total().toPlainString())
                .raw("</span>\n");
    }

    private void part(FactorScore score) {
        double width = score.points()
                .map(points -> 100 * points.doubleValue() / ALL_POINTS)
                .orElse(UNKNOWN_WIDTH);
        String look = score.points().isPresent() ? look(score.factor()) : "unknown";
        html.raw(String.format(Locale.ROOT, "<i class=%s style=\"width:%.2f%%\" title=\"", look, width))
                .text(name(score.factor()) + " "
                        + score.points().map(BigDecimal::toPlainString).orElse("UNKNOWN") + ": " + score.reason())
                .raw("\"></i>");
    }

    private static String look(Factor factor) {
        return "f" + FACTORS.indexOf(factor);
    }

    private static String name(Factor factor) {
        return factor.name().toLowerCase(Locale.ROOT);
    }
}
