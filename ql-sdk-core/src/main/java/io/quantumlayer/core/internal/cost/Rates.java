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
            rates.add(rate(charge));
        }
        this.credit = offering.tariff().credit().map(Rates::number).orElse(0.0);
    }

    /** Reads the numbers of a neighbour, which shares the rules if they are equal. */
    Rates next(PricedOffering neighbour) {
        BillingRules own = BillingRules.of(neighbour.offering());
        return new Rates(neighbour, own.equals(rules) ? rules : own);
    }

    /**
     * One charge with its numbers.
     *
     * @param charge the charge
     * @param from where each tier begins
     * @param prices the price in each tier, not a number if UNKNOWN
     * @param included what a plan includes
     * @param grant the number of the grant among the offering's, or -1
     */
    record Rate(Charge charge, double[] from, double[] prices, double included, int grant) {}

    private Rate rate(Charge charge) {
        List<Tier> tiers = charge.tiers();
        double[] from = new double[tiers.size()];
        double[] prices = new double[tiers.size()];
        for (int i = 0; i < tiers.size(); i++) {
            from[i] = tiers.get(i).from().doubleValue();
            prices[i] =
                    tiers.get(i).price().number().map(BigDecimal::doubleValue).orElse(Double.NaN);
        }
        double included = charge.waived().included().map(Rates::number).orElse(0.0);
        return new Rate(charge, from, prices, included, grant(charge));
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
