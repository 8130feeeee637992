package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.Money;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would be chosen among all known offerings. The choice and its bill are made at once; what explains them, which
 * takes several times as long, when it is first read. Safe for use by many threads, one of which explains at a time.
 */
final class MarketChoice implements Outlook.Market {
    private final Contest contest;
    private final Environment environment;
    private final Taste taste;
    private final Optional<Placement> chosen;
    private final Optional<Bill> bill;
    private @Nullable Explained explained;

    private record Explained(PlacementDecision decision, Map<String, Money> prices, Outlook.Reasons reasons) {}

    MarketChoice(Contest contest, Environment environment, Taste taste) {
        this.contest = contest;
        this.environment = environment;
        this.taste = taste;
        this.chosen = contest.chosen();
        this.bill = contest.bill();
    }

    @Override
    public Optional<Placement> chosen() {
        return chosen;
    }

    @Override
    public Optional<Bill> bill() {
        return bill;
    }

    @Override
    public PlacementDecision decision() {
        return explained().decision();
    }

    @Override
    public Map<String, Money> monthlyPrices() {
        return explained().prices();
    }

    @Override
    public Outlook.Reasons reasons() {
        return explained().reasons();
    }

    private synchronized Explained explained() {
        Explained known = explained;
        if (known == null) {
            MarketSensitivity sensitivity = new MarketSensitivity(contest.needs(), contest, taste);
            known = new Explained(
                    contest.decision(contest.candidates(), sensitivity.lines()),
                    contest.monthlyPrices(),
                    new Outlook.Reasons(
                            sensitivity.decidedBy(),
                            new StrategyChoice(contest).lines(),
                            new LadderPreview(contest, environment).lines()));
            explained = known;
        }
        return known;
    }
}
