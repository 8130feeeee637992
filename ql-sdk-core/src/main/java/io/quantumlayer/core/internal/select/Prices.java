package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.core.internal.cost.MonthlyPrice;
import io.quantumlayer.core.internal.cost.PriceList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a month of one workload costs at each offering: as it states, else as a bill says. One thread's. */
final class Prices {
    private static final String NAME = "price.month";

    private final PriceList asWished;
    private final Optional<PriceList> onAnySize;
    private final Map<Listing, Price> known = new HashMap<>();

    /**
     * Creates the prices of one workload.
     *
     * @param workload what is used in a month
     * @param onAnySize the same on instances of any size, for offerings that have less memory, if that will do
     */
    Prices(WorkloadProfile workload, Optional<WorkloadProfile> onAnySize) {
        this.asWished = new PriceList(workload);
        this.onAnySize = onAnySize.map(PriceList::new);
    }

    Price of(Listing listing) {
        Price price = known.get(listing);
        if (price == null) {
            price = read(listing);
            known.put(listing, price);
        }
        return price;
    }

    private Price read(Listing listing) {
        KnownFact stated = listing.price();
        if (stated.isKnown()) {
            return new Price(money(stated), Optional.of(stated.fact()), Optional.empty());
        }
        Optional<MonthlyPrice> simulated = listing.rates()
                .flatMap(rates -> asWished.month(rates).or(() -> onAnySize.flatMap(list -> list.month(rates))));
        return new Price(simulated.map(MonthlyPrice::amount), Optional.empty(), simulated);
    }

    /** A price in no currency is no price. */
    private static Optional<Money> money(KnownFact fact) {
        try {
            return fact.amount().map(amount -> Money.of(amount, fact.fact().unit()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /**
     * What a month costs.
     *
     * @param amount the amount, or empty if UNKNOWN
     * @param stated what the offering says itself
     * @param simulated what a bill would say
     */
    record Price(Optional<Money> amount, Optional<Fact> stated, Optional<MonthlyPrice> simulated) {
        /** The price as a fact that is as old and as sure as the worst price it is made of. */
        Fact fact() {
            return stated.or(() -> simulated.map(Price::fact)).orElseGet(() -> Fact.unknown(NAME));
        }

        private static Fact fact(MonthlyPrice price) {
            return Fact.of(
                    NAME,
                    price.amount().amount().toPlainString(),
                    price.amount().currency().getCurrencyCode(),
                    new FactSource("simulated bill, its oldest price", price.oldest(), price.confirmed()));
        }
    }
}
