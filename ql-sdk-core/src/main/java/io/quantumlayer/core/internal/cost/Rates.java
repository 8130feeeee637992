package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.Tier;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Strategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one offering's prices are made of, its numbers read once. Immutable, safe for use by many threads. */
public final class Rates {
    private final PricedOffering offering;
    private final BillingRules rules;
    private final boolean startsCode;
    private final Fact onlyRuns;
    private final Fact longest;
    private final Optional<BigDecimal> longestSeconds;
    private final List<Rate> rates = new ArrayList<>();
    private final List<String> grants = new ArrayList<>();
    private final double credit;

    /**
     * Reads the numbers.
     *
     * @param offering the offering
     */
    public Rates(PricedOffering offering) {
        this(offering, BillingRules.of(offering.offering()));
    }

    private Rates(PricedOffering offering, BillingRules rules) {
        this.offering = offering;
        this.rules = rules;
        this.startsCode = offering.offering().strategy() != Strategy.STATIC;
        this.onlyRuns = offering.offering().fact("runs.only");
        this.longest = offering.offering().fact("duration.max");
        this.longestSeconds = longest.number();
        for (Charge charge : offering.tariff().charges()) {
            rates.add(new Rate(charge, grant(charge)));
        }
        this.credit = offering.tariff().credit().map(Rates::number).orElse(0.0);
    }

    /** Reads the numbers of a neighbour, which shares the rules if they are equal. */
    Rates next(PricedOffering neighbour) {
        BillingRules own = BillingRules.of(neighbour.offering());
        return new Rates(neighbour, own.equals(rules) ? rules : own);
    }

    /** One charge with its numbers. */
    static final class Rate {
        private final Charge charge;
        private final double[] from;
        private final double[] prices;
        private final double unit;
        private final double included;
        private final int grant;

        private Rate(Charge charge, int grant) {
            List<Tier> tiers = charge.tiers();
            this.charge = charge;
            this.from = tiers.stream()
                    .mapToDouble(tier -> tier.from().doubleValue())
                    .toArray();
            this.prices = tiers.stream()
                    .mapToDouble(tier ->
                            tier.price().number().map(BigDecimal::doubleValue).orElse(Double.NaN))
                    .toArray();
            this.unit = charge.unit().size().doubleValue();
            this.included = charge.waived().included().map(Rates::number).orElse(0.0);
            this.grant = grant;
        }

        Charge charge() {
            return charge;
        }

        int tiers() {
            return from.length;
        }

        /** Where a tier begins. */
        double from(int tier) {
            return from[tier];
        }

        /** The price in a tier, not a number if UNKNOWN. */
        double price(int tier) {
            return prices[tier];
        }

        double unit() {
            return unit;
        }

        /** What a plan includes. */
        double included() {
            return included;
        }

        /** The number of the grant among the offering's, or -1. */
        int grant() {
            return grant;
        }
    }

    private int grant(Charge charge) {
        Optional<Fact> granted = charge.waived().granted();
        if (granted.isEmpty()) {
            return -1;
        }
        String name = granted.get().name();
        if (!grants.contains(name)) {
            grants.add(name);
        }
        return grants.indexOf(name);
    }

    static double number(Fact fact) {
        return fact.number().map(BigDecimal::doubleValue).orElse(0.0);
    }

    /**
     * Returns the offering.
     *
     * @return the offering with its tariff
     */
    public PricedOffering offering() {
        return offering;
    }

    BillingRules rules() {
        return rules;
    }

    boolean startsCode() {
        return startsCode;
    }

    Fact onlyRuns() {
        return onlyRuns;
    }

    Fact longest() {
        return longest;
    }

    Optional<BigDecimal> longestSeconds() {
        return longestSeconds;
    }

    List<Rate> rates() {
        return rates;
    }

    /** How many grants it has, each shared by all charges that name it. */
    int grants() {
        return grants.size();
    }

    double credit() {
        return credit;
    }
}
