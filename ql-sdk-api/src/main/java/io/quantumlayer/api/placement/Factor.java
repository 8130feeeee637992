package io.quantumlayer.api.placement;

/** What a candidate is scored by, once every hard limit has let it pass. */
public enum Factor {
    /** How well it runs the language and framework. */
    FIT(12),
    /** How little it costs for the workload, measured against the budget. */
    COST(10),
    /** How well it keeps the wanted latency under the wanted traffic. */
    PERFORMANCE(10),
    /** How well its region matches the wanted ones. */
    GEOGRAPHY(10),
    /** How far it goes beyond the programmes that are required anyway. */
    COMPLIANCE(10),
    /** How available it promises to be. */
    RELIABILITY(10);

    private final int max;

    Factor(int max) {
        this.max = max;
    }

    /**
     * Returns the most points that this factor gives.
     *
     * @return 12 for {@link #FIT}, 10 for the others
     */
    public int max() {
        return max;
    }
}
