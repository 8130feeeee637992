package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.plan.Traffic;
import io.quantumlayer.core.internal.cost.PricingDesk;
import io.quantumlayer.core.internal.cost.Rates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices whatever workload needs amount to, each once. One decision's; one thread's. */
final class PriceSimulation {
    private final String name;
    private final Optional<Traffic> traffic;
    private final Map<Priced, Prices> byWorkload = new HashMap<>();

    private record Priced(WorkloadProfile workload, Optional<WorkloadProfile> onAnySize) {}

    /**
     * Creates the simulation of one decision.
     *
     * @param name the application's name
     * @param traffic the traffic as it was said, if it was
     */
    PriceSimulation(String name, Optional<Traffic> traffic) {
        this.name = name;
        this.traffic = traffic;
    }

    Prices prices(Needs needs) {
        WorkloadGuess guess = guess(needs);
        return byWorkload.computeIfAbsent(
                new Priced(guess.profile(), guess.onAnySize()),
                priced -> new Prices(priced.workload(), priced.onAnySize()));
    }

    private WorkloadGuess guess(Needs needs) {
        return new WorkloadGuess(name, needs, traffic);
    }

    /** The bill of an offering with what was assumed for it, or nothing where it cannot run the workload. */
    Optional<Bill> bill(Needs needs, Rates rates) {
        WorkloadGuess guess = guess(needs);
        return PricingDesk.billOf(rates, guess.profile(), FreeGrants.COUNTED)
                .or(() -> guess.onAnySize().flatMap(any -> PricingDesk.billOf(rates, any, FreeGrants.COUNTED)))
                .map(bill -> {
                    List<String> notes = new ArrayList<>(bill.notes());
                    guess.assumed().forEach(note -> notes.add("assumed: " + note));
                    return new Bill(bill.offeringId(), bill.currency(), bill.items(), notes);
                });
    }
}
