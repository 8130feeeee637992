package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Strategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says how an application would run, and what its best chance were by every other strategy. */
final class StrategyChoice {
    private final Contest contest;

    StrategyChoice(Contest contest) {
        this.contest = contest;
    }

    /** One line a strategy of which an offering is known, the chosen one first. */
    List<String> lines() {
        Map<Strategy, Ranked> best = new EnumMap<>(Strategy.class);
        contest.ranked().forEach(ranked -> best.putIfAbsent(ranked.listing().strategy(), ranked));
        List<String> lines = new ArrayList<>();
        contest.first().ifPresent(winner -> {
            Strategy chosen = winner.listing().strategy();
            lines.add(chosen + ": chosen, for " + winner.id() + " is the best that meets every limit, with "
                    + winner.candidate().total() + " points");
            best.remove(chosen);
        });
        best.forEach((strategy, ranked) -> lines.add(strategy + ": possible with " + ranked.id() + ", "
                + ranked.candidate().total() + " points"));
        Map<Strategy, String> refused = new EnumMap<>(Strategy.class);
        contest.rejected()
                .forEach((offering, breaches) ->
                        refused.putIfAbsent(offering.strategy(), refusal(offering, breaches.get(0))));
        contest.ranked().forEach(ranked -> refused.remove(ranked.listing().strategy()));
        refused.forEach((strategy, why) -> lines.add(strategy + ": not possible, " + why));
        return lines;
    }

    private static String refusal(Listing offering, Breach breach) {
        return offering.id() + " is refused by " + breach.limit() + ": " + breach.reason();
    }
}
