package io.quantumlayer.api;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an application would run: with what is installed, and with every offering that is known.
 *
 * <p>The second is worked out at the first question about it, on the thread that asks, from what was known when this
 * was made; every later answer is the same. A question, {@link #equals} and {@link #toString} included, may therefore
 * read the catalogues of the class path, and throws what they throw if they cannot be read; the next one tries again.
 * Equal by value, safe for use by many threads.
 */
public final class Outlook {
    private final PlacementDecision decision;
    private final Lazy market;

    private Outlook(PlacementDecision decision, Lazy market) {
        this.decision = decision;
        this.market = market;
    }

    /**
     * Returns an outlook.
     *
     * @param decision what a deployment would choose among the installed providers
     * @param market works out what would be chosen among all known offerings; equal at every call, and called once
     *     unless it throws
     * @return the outlook
     */
    public static Outlook of(PlacementDecision decision, Supplier<Market> market) {
        return new Outlook(Objects.requireNonNull(decision, "decision"), new Lazy(market));
    }

    /**
     * Returns what a deployment would choose among the installed providers.
     *
     * @return the decision
     */
    public PlacementDecision decision() {
        return decision;
    }

    /**
     * Returns what would be chosen among all known offerings.
     *
     * @return the decision; the same as {@link #decision()} where no catalogue is present
     */
    public PlacementDecision market() {
        return market.get().decision();
    }

    /**
     * Returns the best of all known offerings, which costs far less than to write down why.
     *
     * @return the placement, or empty if nothing passed every limit
     */
    public Optional<Placement> marketChoice() {
        return market.get().chosen();
    }

    /**
     * Returns what a month at the market's choice costs.
     *
     * @return the bill, or empty if nothing was chosen or its tariff is not known
     */
    public Optional<Bill> bill() {
        return market.get().bill();
    }

    /**
     * Returns what a month costs at each candidate of the market.
     *
     * @return prices by offering id in the order of the candidates; one that nobody knows is left out
     */
    public Map<String, Money> monthlyPrices() {
        return market.get().monthlyPrices();
    }

    /**
     * Returns why the market's choice was made, and what else could be done.
     *
     * @return the reasons
     */
    public Reasons reasons() {
        return market.get().reasons();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outlook outlook
                && decision.equals(outlook.decision)
                && market().equals(outlook.market())
                && bill().equals(outlook.bill())
                && reasons().equals(outlook.reasons());
    }

    @Override
    public int hashCode() {
        return decision.hashCode();
    }

    @Override
    public String toString() {
        return "Outlook[decision=" + decision + ", market=" + market() + ", bill=" + bill() + ", reasons=" + reasons()
                + "]";
    }

    /** What would be chosen among all known offerings. Safe for use by many threads; the same at every question. */
    public interface Market {
        /**
         * Returns the choice.
         *
         * @return the placement that {@link #decision()} explains
         */
        Optional<Placement> chosen();

        /**
         * Returns the choice with everything it was weighed against.
         *
         * @return the decision
         */
        PlacementDecision decision();

        /**
         * Returns what a month at the choice costs.
         *
         * @return the bill, or empty if nothing was chosen or its tariff is not known
         */
        Optional<Bill> bill();

        /**
         * Returns what a month costs at each candidate.
         *
         * @return prices by offering id in the order of the candidates; one that nobody knows is left out
         */
        Map<String, Money> monthlyPrices();

        /**
         * Returns why, and what else.
         *
         * @return the reasons
         */
        Reasons reasons();
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

    /** Worked out by the first who asks, while others wait; what it is made from is let go then. */
    private static final class Lazy {
        private @Nullable Supplier<Market> source;
        private volatile @Nullable Market known;

        Lazy(Supplier<Market> source) {
            this.source = Objects.requireNonNull(source, "market");
        }

        Market get() {
            Market market = known;
            return market == null ? workedOut() : market;
        }

        private synchronized Market workedOut() {
            Market market = known;
            if (market == null) {
                market = Objects.requireNonNull(source, "source").get();
                known = market;
                source = null;
            }
            return market;
        }
    }
}
