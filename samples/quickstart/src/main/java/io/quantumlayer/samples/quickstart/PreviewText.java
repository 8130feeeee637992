package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints a preview for people. */
final class PreviewText {
    private static final int FEW = 20;

    private final PrintStream out;

    PreviewText(PrintStream out) {
        this.out = out;
    }

    /** Only what a deployment would choose; the market in one line. */
    void placement(Preview preview) {
        chosen(preview);
        PlacementDecision market = preview.outlook().market();
        if (!market.equals(preview.decision())) {
            int known = market.candidates().size() + market.rejections().size();
            market.winner()
                    .map(winner -> winner.offering().id())
                    .ifPresent(id -> out.println("Of " + known + " known offerings " + id + " would be the best"
                            + preview.outlook().bill().map(PreviewText::monthly).orElse("")
                            + "; \"ql preview\" shows why, with bill and alternatives"));
        }
    }

    private static String monthly(Bill bill) {
        return " at " + BillText.total(bill) + " a month";
    }

    private void chosen(Preview preview) {
        preview.blockedBy().ifPresent(failure -> out.println("Blocked here: " + shortened(failure.message())));
        preview.decision().winner().ifPresent(winner -> winner("Placement: ", winner));
    }

    void preview(Preview preview) {
        chosen(preview);
        Outlook outlook = preview.outlook();
        boolean wider = !outlook.market().equals(outlook.decision());
        if (wider) {
            outlook.market().winner().ifPresent(winner -> {
                winner("Best of all known offerings: ", winner);
                String provider = winner.offering().provider();
                if (preview.environment().provider(provider).isEmpty()) {
                    out.println("  to deploy there, add the artifact ql-sdk-provider-" + provider);
                }
            });
            out.println("  decided by " + outlook.reasons().decidedBy());
        }
        outlook.bill().ifPresent(bill -> new BillText(out).bill(bill));
        outlook.reasons().strategies().forEach(line -> out.println("  strategy " + line));
        outlook.reasons().ladder().forEach(line -> out.println("  if it failed, " + line));
        outlook.market().sensitivity().stream().limit(FEW).forEach(line -> out.println("  would change: " + line));
        rejections(wider ? outlook.market() : outlook.decision());
        preview.operations().forEach(line -> out.println("  would " + line));
    }

    private void winner(String title, Candidate winner) {
        out.println(title + winner.offering().id() + " (" + winner.offering().strategy() + ", " + winner.total()
                + " points)");
        for (FactorScore score : winner.scores()) {
            out.println("  " + score);
        }
    }

    /** One line an offering where they are few, else one a limit. */
    private void rejections(PlacementDecision decision) {
        if (decision.rejections().size() <= FEW) {
            decision.rejections().forEach(rejection -> out.println("  rejected: " + rejection));
            return;
        }
        Map<String, Long> byLimit = decision.rejections().stream()
                .collect(Collectors.groupingBy(Rejection::limit, TreeMap::new, Collectors.counting()));
        byLimit.forEach((limit, count) -> out.println("  rejected by " + limit + ": " + count + " offerings, such as "
                + decision.rejections().stream()
                        .filter(rejection -> rejection.limit().equals(limit))
                        .findFirst()
                        .map(Rejection::toString)
                        .orElse("")));
    }

    private static String shortened(String message) {
        int most = 400;
        return message.length() <= most ? message : message.substring(0, most) + " ...";
    }
}
