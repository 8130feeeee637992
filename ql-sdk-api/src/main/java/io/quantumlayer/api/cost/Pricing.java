package io.quantumlayer.api.cost;

import java.util.List;

/** Simulates bills. Pure: nothing outside is touched. Thread-safe. */
public interface Pricing {
    /**
     * Prices a month at one offering.
     *
     * @param workload what is used in a month
     * @param offeringId provider, service and region with slashes between
     * @param grants whether free grants count
     * @return the bill
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation if the offering is not known, naming
     *     the nearest one, or cannot run the workload, naming the limit
     */
    Bill bill(WorkloadProfile workload, String offeringId, FreeGrants grants);

    /**
     * Prices a month at every offering that can run it.
     *
     * @param workload what is used in a month
     * @param grants whether free grants count
     * @return the bills, the cheapest first, then by id; those whose total is UNKNOWN last
     */
    List<Bill> bills(WorkloadProfile workload, FreeGrants grants);
}
