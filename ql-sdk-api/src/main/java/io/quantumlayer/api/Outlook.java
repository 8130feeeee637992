package io.quantumlayer.api;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.placement.PlacementDecision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an application would run: with what is installed, and with every offering that is known.
 *
 * @param decision what a deployment would choose among the installed providers
 * @param market what would be chosen among all known offerings; the same as the decision where no catalogue is present
 * @param bill what a month at the market's choice costs, if its tariff is known
 * @param reasons why, and what else
 */
public record Outlook(PlacementDecision decision, PlacementDecision market, Optional<Bill> bill, Reasons reasons) {
    /** Refuses null parts. */
    public Outlook {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(bill, "bill");
        Objects.requireNonNull(reasons, "reasons");
    }

    /**
     * Why the market's choice was made, and what else could be done.
     *
     * @param decidedBy the limit or factor without which another service would have been chosen; empty if nothing was
     * @param strategies one line a strategy: the best offering of it, or why there is none, the chosen one first
     * @param ladder one line a level of the fallback ladder, as it would be climbed
     */
    public record Reasons(String decidedBy, List<String> strategies, List<String> ladder) {
        /** Copies the lists. */
        public Reasons {
            Objects.requireNonNull(decidedBy, "decidedBy");
            strategies = List.copyOf(strategies);
            ladder = List.copyOf(ladder);
        }
    }
}
