package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says what a decision among many offerings hangs on: the smallest change of a weight, a price, the budget or a
 * requirement that makes another offering win.
 */
final class MarketSensitivity {
    private static final double MOST_WEIGHT = 10;
    private static final double ALL_POINTS = 10;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Needs needs;
    private final Contest real;
    private final Taste taste;
    private final List<String> lines = new ArrayList<>();
    private String decidedBy = "";

    MarketSensitivity(Needs needs, Contest real, Taste taste) {
        this.needs = needs;
        this.real = real;
        this.taste = taste;
        Optional<Ranked> winner = real.first();
        winner.ifPresent(this::look);
        if (winner.isEmpty()) {
            decidedBy = commonest();
        }
    }

    List<String> lines() {
        return lines;
    }

    /** The limit or factor without which another service would win. */
    String decidedBy() {
        return decidedBy;
    }

    private void look(Ranked winner) {
        requirements(winner);
        Predicate<Ranked> other = candidate -> !service(candidate).equals(service(winner));
        Optional<Ranked> rival = real.ranked().stream().skip(1).filter(other).findFirst();
        rival.ifPresent(second -> {
            if (winner.rank() >= second.rank()) {
                weight(winner, other);
                price(winner, second);
            }
            if (decidedBy.isEmpty()) {
                decidedBy = widest(winner, second).name();
            }
        });
        budget(winner);
    }

    private static String service(Ranked candidate) {
        Offering offering = candidate.offering();
        return offering.provider() + "/" + offering.service();
    }

    private static Factor widest(Ranked winner, Ranked rival) {
        Factor widest = Factor.FIT;
        for (Factor factor : Factor.values()) {
            double lead = winner.points(factor) - rival.points(factor);
            if (lead > winner.points(widest) - rival.points(widest)) {
                widest = factor;
            }
        }
        return widest;
    }

    private void requirements(Ranked winner) {
        for (Needs.Variation variation : needs.variations()) {
            Optional<Ranked> other = real.under(variation).first();
            if (other.filter(ranked -> !ranked.id().equals(winner.id())).isPresent()) {
                Ranked next = other.get();
                lines.add(variation.change() + ", " + next.id() + " would win with "
                        + next.candidate().total() + " points");
                if (decidedBy.isEmpty() && !service(next).equals(service(winner))) {
                    decidedBy = variation.limit();
                }
            }
        }
    }

    /** The factor whose weight must change least, where all others keep theirs. */
    private void weight(Ranked winner, Predicate<Ranked> rivals) {
        double least = Double.MAX_VALUE;
        String line = "";
        for (Ranked rival : real.ranked()) {
            if (!rivals.test(rival)) {
                continue;
            }
            for (Factor factor : Factor.values()) {
                double ahead = winner.points(factor) - rival.points(factor);
                double weight = taste.weight(factor);
                double even = weight - (winner.rank() - rival.rank()) / ahead;
                double change = Math.abs(even - weight);
                if (ahead != 0 && even >= 0 && even <= MOST_WEIGHT && change < least) {
                    least = change;
                    line = rival.id() + " would win if " + factor + " counted " + (ahead > 0 ? "less" : "more")
                            + " than " + String.format(Locale.ROOT, "%.2f", even) + " times";
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private void price(Ranked winner, Ranked rival) {
        Optional<Money> paid = real.prices().of(winner.listing()).amount();
        double weight = taste.weight(Factor.COST);
        if (paid.isEmpty() || weight <= 0) {
            return;
        }
        double lead = (winner.rank() - rival.rank()) / weight;
        double most = real.cost().most(paid.get().currency());
        String currency = paid.get().currency().getCurrencyCode();
        double left = winner.points(Factor.COST) - lead;
        if (left >= 0 && most > 0) {
            lines.add(rival.id() + " would win if " + winner.id() + " cost more than "
                    + amount(CostScore.amount(left, most)) + " " + currency);
        }
        double wanted = rival.points(Factor.COST) + lead;
        if (wanted <= ALL_POINTS && real.prices().of(rival.listing()).amount().isPresent()) {
            lines.add(rival.id() + " would win if it cost less than " + amount(CostScore.amount(wanted, most)) + " "
                    + currency);
        }
    }

    private static String amount(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** A budget just below the winner's price. */
    private void budget(Ranked winner) {
        Optional<Money> paid = real.prices().of(winner.listing()).amount();
        if (paid.isEmpty() || paid.get().amount().compareTo(CENT) < 0) {
            return;
        }
        Money below = new Money(paid.get().amount().subtract(CENT), paid.get().currency());
        Optional<Ranked> next = real.under(new Needs.Variation("", Limits.BUDGET, needs.withBudget(below)))
                .first();
        lines.add("with a budget of " + below + " a month, "
                + next.map(ranked -> ranked.id() + " would win").orElse("nothing would be left"));
    }

    private String commonest() {
        return real.rejections().stream()
                .collect(Collectors.groupingBy(Rejection::limit, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
