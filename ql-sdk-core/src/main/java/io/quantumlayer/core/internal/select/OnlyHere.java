package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The market of a library that knows no offering but those of the installed providers.
 *
 * @param decision what was decided among them
 * @param ladder the fallback ladder
 */
record OnlyHere(PlacementDecision decision, List<String> ladder) implements Outlook.Market {
    @Override
    public Optional<Placement> chosen() {
        return decision.chosen();
    }

    @Override
    public Optional<Bill> bill() {
        return Optional.empty();
    }

    @Override
    public Map<String, Money> monthlyPrices() {
        return Map.of();
    }

    @Override
    public Outlook.Reasons reasons() {
        return new Outlook.Reasons("", List.of(), ladder);
    }
}
