package io.quantumlayer.core.internal.report;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.BillItem;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page of a preview: the choice, what it costs, where else it could be, and what it hangs on. */
public final class PreviewReport {
    private static final int MOST_BARS = 14;
    private static final int MOST_REGIONS = 40;

    private final Preview preview;
    private final Outlook outlook;
    private final PlacementDecision market;
    private final Html html = new Html();

    private PreviewReport(Preview preview) {
        this.preview = preview;
        this.outlook = preview.outlook();
        this.market = outlook.market();
    }

    /**
     * Renders a preview.
     *
     * @param preview the preview
     * @return the page; equal previews give equal bytes
     */
    public static String of(Preview preview) {
        return new PreviewReport(preview).page();
    }

    private String page() {
        PageFrame.open(html, "Preview");
        head();
        List<Candidate> services = services();
        new FactorBars(html).write(services);
        bills(services);
        outlook.bill().ifPresent(this::bill);
        regions();
        rejections();
        lines("What it hangs on", market.sensitivity());
        lines("Strategies", outlook.reasons().strategies());
        lines("If it failed", outlook.reasons().ladder());
        lines("What would be done", preview.operations());
        return PageFrame.close(html);
    }

    private void head() {
        Optional<Candidate> winner = market.winner();
        html.element("h1", winner.map(best -> best.offering().id()).orElse("Nothing meets every limit"));
        html.raw("<p class=dim>")
                .text("the best of " + market.candidates().size() + " that meet every limit, of "
                        + (market.candidates().size() + market.rejections().size()) + " known")
                .raw("</p>");
        if (!outlook.reasons().decidedBy().isEmpty()) {
            html.element("p", "decided by " + outlook.reasons().decidedBy());
        }
        preview.decision()
                .chosen()
                .map(Placement::offeringId)
                .ifPresent(id -> html.element("p", "a deployment with what is installed goes to " + id));
        preview.blockedBy().ifPresent(failure -> html.element("p", "blocked here: " + failure.message()));
    }

    /** The best region of each service, the best service first. */
    private List<Candidate> services() {
        Map<String, Candidate> best = new LinkedHashMap<>();
        market.candidates().forEach(candidate -> best.putIfAbsent(service(candidate.offering()), candidate));
        return List.copyOf(best.values());
    }

    private static String service(Offering offering) {
        return offering.provider() + "/" + offering.service();
    }

    private void bills(List<Candidate> services) {
        Map<String, Money> prices = outlook.monthlyPrices();
        double most = services.stream()
                .limit(MOST_BARS)
                .map(candidate -> prices.get(candidate.offering().id()))
                .mapToDouble(price -> price == null ? 0 : price.amount().doubleValue())
                .max()
                .orElse(0);
        if (prices.isEmpty()) {
            return;
        }
        html.raw("<section><h2>A month at the best region of each service</h2><div class=line><div class=plot>");
        for (Candidate candidate : services.subList(0, Math.min(MOST_BARS, services.size()))) {
            Money price = prices.get(candidate.offering().id());
            double width = price == null || most == 0 ? 0 : 100 * price.amount().doubleValue() / most;
            html.raw("<span class=label>")
                    .text(candidate.offering().id())
                    .raw(String.format(
                            Locale.ROOT,
                            "</span><span class=stack><i class=money style=\"width:%.2f%%\"></i></span>",
                            width))
                    .raw("<span class=value>")
                    .text(price == null ? "UNKNOWN" : price.toString())
                    .raw("</span>\n");
        }
        html.raw("</div></div></section>\n");
    }

    private void bill(Bill bill) {
        List<List<String>> rows = new ArrayList<>();
        for (BillItem item : bill.items()) {
            rows.add(List.of(
                    item.name(),
                    item.quantity().toPlainString() + " " + item.unit(),
                    item.amount().map(BigDecimal::toPlainString).orElse("UNKNOWN"),
                    item.price().toString()));
        }
        String total = bill.total().map(Money::toString).orElse("UNKNOWN");
        html.table(
                "The bill: " + total + " a month",
                List.of("item", "quantity", bill.currency().toString(), "fact"),
                rows);
        lines("What the bill assumes", bill.notes());
    }

    /** Every region of the chosen service that meets the limits. */
    private void regions() {
        Optional<String> chosen = market.winner().map(winner -> service(winner.offering()));
        List<List<String>> rows = market.candidates().stream()
                .filter(candidate ->
                        chosen.filter(service(candidate.offering())::equals).isPresent())
                .limit(MOST_REGIONS)
                .map(candidate -> List.of(
                        candidate.offering().region(),
                        candidate.offering().fact("region").value().orElse(""),
                        candidate.offering().country().orElse("UNKNOWN"),
                        Optional.ofNullable(outlook.monthlyPrices()
                                        .get(candidate.offering().id()))
                                .map(Money::toString)
                                .orElse("UNKNOWN"),
                        candidate.total().toPlainString()))
                .toList();
        if (!rows.isEmpty()) {
            html.table(
                    "Regions of " + chosen.orElse(""), List.of("region", "name", "country", "a month", "points"), rows);
        }
    }

    private void rejections() {
        Map<String, List<Rejection>> byLimit = new TreeMap<>();
        market.rejections()
                .forEach(rejection -> byLimit.computeIfAbsent(rejection.limit(), limit -> new ArrayList<>())
                        .add(rejection));
        List<List<String>> rows = new ArrayList<>();
        byLimit.forEach((limit, all) -> rows.add(List.of(
                limit,
                Integer.toString(all.size()),
                all.get(0).offeringId(),
                all.get(0).reason())));
        if (!rows.isEmpty()) {
            html.table("Refused", List.of("limit", "offerings", "such as", "because"), rows);
        }
    }

    private void lines(String caption, List<String> lines) {
        if (!lines.isEmpty()) {
            html.raw("<section>").element("h2", caption).raw("<ul>");
            lines.forEach(line -> html.element("li", line));
            html.raw("</ul></section>\n");
        }
    }
}
