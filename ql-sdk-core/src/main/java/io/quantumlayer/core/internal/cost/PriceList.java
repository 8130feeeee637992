package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Architecture;
import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.cost.SizeClass;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.plan.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices one workload at many offerings, to the cent as a bill would, but without writing one: it adds up in binary
 * numbers, and asks for the exact bill wherever those lie too close to half a cent. Offerings are best asked for in the
 * order of their ids, since neighbours share what was read. One thread's.
 */
public final class PriceList {
    private static final double CENTS = 100;
    private static final double TOO_CLOSE = 1e-4;
    private static final double MOST_CENTS = 1e11; // beyond, binary numbers are no longer that fine
    private static final double NOTHING = 1e-12;

    private final Demand demand;
    private @Nullable Neighbour last;

    /**
     * Creates a list.
     *
     * @param workload what is used in a month
     */
    public PriceList(WorkloadProfile workload) {
        this.demand = new Demand(workload);
    }

    /** What the offering before this one was priced by. */
    private static final class Neighbour {
        private final List<SizeClass> sizes;
        private final BillingRules rules;
        private final @Nullable Usage usage;
        private final Map<Meter, Double> read = new EnumMap<>(Meter.class);

        Neighbour(Rates rates, Demand demand) {
            this.sizes = rates.offering().sizes();
            this.rules = rates.rules();
            Optional<Size> size = Fit.size(rates, demand);
            this.usage = size.isPresent()
                    ? new Usage(demand.workload(), rates.offering().offering(), size.get())
                    : null;
        }

        boolean fits(Rates rates) {
            return rules.equals(rates.rules()) && sizes.equals(rates.offering().sizes());
        }

        double read(Usage from, Meter meter) {
            return read.computeIfAbsent(meter, any -> from.read(any).doubleValue());
        }
    }

    /**
     * Prices a month, free grants counted.
     *
     * @param rates the offering
     * @return the price; empty if it cannot run the workload, has no tariff, or a price of it is UNKNOWN
     */
    public Optional<MonthlyPrice> month(Rates rates) {
        if (!Fit.runs(rates, demand)) {
            return Optional.empty();
        }
        Neighbour near = last;
        if (near == null || !near.fits(rates)) {
            near = new Neighbour(rates, demand);
            last = near;
        }
        Usage usage = near.usage;
        if (usage == null) {
            return Optional.empty();
        }
        Sum sum = new Sum(rates);
        for (Rates.Rate rate : rates.rates()) {
            Optional<Architecture> only = rate.charge().waived().only();
            if (only.isEmpty() || only.get() == demand.workload().architecture()) {
                sum.add(rate, near.read(usage, rate.charge().meter()));
            }
        }
        return sum.end().flatMap(ended -> rounded(rates, ended));
    }

    private Optional<MonthlyPrice> rounded(Rates rates, Sum sum) {
        double cents = Math.max(0, sum.amount()) * CENTS;
        double whole = Math.floor(cents);
        Currency currency = rates.offering().tariff().currency();
        if (cents < MOST_CENTS && Math.abs(cents - whole - 0.5) > TOO_CLOSE) {
            Money amount = new Money(BigDecimal.valueOf(Math.round(cents), 2), currency);
            return sum.oldest().map(day -> new MonthlyPrice(amount, day, sum.confirmed()));
        }
        return PricingDesk.billOf(rates, demand, FreeGrants.COUNTED)
                .flatMap(Bill::total)
                .flatMap(exact -> sum.oldest().map(day -> new MonthlyPrice(exact, day, sum.confirmed())));
    }

    static boolean isNothing(double rest, double read) {
        return rest <= read * NOTHING;
    }
}
