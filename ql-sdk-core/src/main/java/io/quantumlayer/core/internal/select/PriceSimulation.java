package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.core.internal.cost.OfferingBook;
import io.quantumlayer.core.internal.cost.PricingDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gives the monthly price of an offering as a fact that is as old and as sure as the worst price it is made of. */
final class PriceSimulation {
    private static final String NAME = "price.month";

    private final OfferingBook book;
    private final WorkloadGuess guess;

    PriceSimulation(OfferingBook book, WorkloadGuess guess) {
        this.book = book;
        this.guess = guess;
    }

    /** The bill of an offering with what was assumed for it, or nothing where it has no tariff or cannot run it. */
    Optional<Bill> bill(Offering offering, FreeGrants grants) {
        return priced(offering, grants).map(bill -> {
            List<String> notes = new ArrayList<>(bill.notes());
            guess.assumed().forEach(note -> notes.add("assumed: " + note));
            return new Bill(bill.offeringId(), bill.currency(), bill.items(), notes);
        });
    }

    private Optional<Bill> priced(Offering offering, FreeGrants grants) {
        return book.find(offering.id())
                .flatMap(priced -> PricingDesk.billOf(priced, guess.profile(), grants)
                        .or(() -> guess.onAnySize().flatMap(any -> PricingDesk.billOf(priced, any, grants))));
    }

    Fact fact(Offering offering) {
        return priced(offering, FreeGrants.COUNTED)
                .filter(Bill::isKnown)
                .map(PriceSimulation::fact)
                .orElseGet(() -> Fact.unknown(NAME));
    }

    private static Fact fact(Bill bill) {
        Optional<LocalDate> oldest = bill.items().stream()
                .flatMap(item -> item.price().asOf().stream())
                .min(Comparator.naturalOrder());
        boolean confirmed = bill.items().stream()
                .allMatch(item -> item.price().confirmed() || !item.price().isKnown());
        String amount = bill.atLeast().amount().toPlainString();
        return oldest.map(day -> Fact.of(
                        NAME,
                        amount,
                        bill.currency().getCurrencyCode(),
                        new FactSource("simulated bill, its oldest price", day, confirmed)))
                .orElseGet(() -> Fact.unknown(NAME));
    }
}
