package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.plan.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores prices. Nothing earns all points, the whole budget none, and each doubling between them costs about the same;
 * without a budget, or with one that is out of reach, the dearest offering stands for it. So a tighter budget only ever
 * widens the lead of the cheaper.
 */
final class CostScore {
    private static final double MAX = 10;

    private final Prices prices;
    private final Optional<Money> budget;
    private final String against;
    private final Map<Currency, Double> dearest = new HashMap<>();

    /**
     * Creates the score of one decision.
     *
     * @param offerings all that meet every limit but perhaps the budget
     */
    CostScore(Prices prices, Optional<Money> budget, List<Listing> offerings) {
        this.prices = prices;
        this.budget = budget;
        this.against = budget.map(money -> ", of a budget of " + money).orElse(", against the dearest");
        for (Listing offering : offerings) {
            prices.of(offering)
                    .amount()
                    .ifPresent(price ->
                            dearest.merge(price.currency(), price.amount().doubleValue(), Math::max));
        }
    }

    Score score(Listing offering) {
        Prices.Price price = prices.of(offering);
        if (price.amount().isEmpty()) {
            return Score.unknown(() -> price.fact().toString());
        }
        Currency currency = price.amount().get().currency();
        if (budget.isPresent() && !budget.get().currency().equals(currency)) {
            return Score.unknown(() -> price.fact() + ", against a budget in another currency");
        }
        double amount = price.amount().get().amount().doubleValue();
        return new Score(points(amount, most(currency)), () -> price.fact() + against);
    }

    /** The amount that earns no points. */
    double most(Currency currency) {
        double reach = dearest.getOrDefault(currency, 0.0);
        return budget.map(money -> Math.min(money.amount().doubleValue(), reach))
                .orElse(reach);
    }

    static double points(double amount, double most) {
        if (amount <= 0) {
            return MAX;
        }
        return Math.max(0, MAX * (1 - StrictMath.log1p(amount) / StrictMath.log1p(most)));
    }

    /** The amount that earns so many points. */
    static double amount(double points, double most) {
        return StrictMath.expm1(StrictMath.log1p(most) * (1 - points / MAX));
    }
}
