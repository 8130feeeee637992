package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.Pricing;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.core.internal.plan.NearestName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Prices workloads at the offerings of a catalogue. */
public final class PricingDesk implements Pricing {
    private static final Comparator<Bill> ORDER = Comparator.comparing((Bill bill) -> !bill.isKnown())
            .thenComparing(bill -> bill.atLeast().amount())
            .thenComparing(Bill::offeringId);

    private final OfferingBook book;

    /**
     * Creates a desk.
     *
     * @param book the offerings
     */
    public PricingDesk(OfferingBook book) {
        this.book = book;
    }

    @Override
    public Bill bill(WorkloadProfile workload, String offeringId, FreeGrants grants) {
        Rates rates = book.find(offeringId).orElseThrow(() -> unknown(offeringId));
        Demand demand = new Demand(workload);
        Fit.obstacle(rates, demand).ifPresent(reason -> {
            throw refused("price.unfit", offeringId + " cannot run this workload: " + reason);
        });
        return written(rates, demand, grants);
    }

    @Override
    public List<Bill> bills(WorkloadProfile workload, FreeGrants grants) {
        List<Bill> bills = new ArrayList<>();
        Demand demand = new Demand(workload);
        book.all().forEach(rates -> billOf(rates, demand, grants).ifPresent(bills::add));
        bills.sort(ORDER);
        return List.copyOf(bills);
    }

    /**
     * Prices a month at one offering.
     *
     * @param rates the offering
     * @param workload what is used in a month
     * @param grants whether free grants count
     * @return the bill, or empty if the offering cannot run the workload
     */
    public static Optional<Bill> billOf(Rates rates, WorkloadProfile workload, FreeGrants grants) {
        return billOf(rates, new Demand(workload), grants);
    }

    static Optional<Bill> billOf(Rates rates, Demand demand, FreeGrants grants) {
        return Fit.obstacle(rates, demand).isPresent() ? Optional.empty() : Optional.of(written(rates, demand, grants));
    }

    private static Bill written(Rates rates, Demand demand, FreeGrants grants) {
        Size size = Fit.size(rates, demand).orElseThrow();
        return new BillCalculator(rates.offering(), demand.workload(), grants).bill(size);
    }

    private QuantumLayerException unknown(String offeringId) {
        Optional<String> near = NearestName.to(
                offeringId,
                book.all().stream()
                        .map(known -> known.offering().offering().id())
                        .toList());
        String hint = near.map(id -> "did you mean " + id + "?").orElse("price without an offering lists all of them");
        return refused("price.unknown-offering", "no offering is called '" + offeringId + "'; " + hint);
    }

    private static QuantumLayerException refused(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, code, message));
    }
}
