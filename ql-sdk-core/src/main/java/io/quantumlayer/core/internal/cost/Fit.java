package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Strategy;
import java.math.BigDecimal;
import java.util.Optional;

/** Tells whether an offering can run a workload at all, and on which size. */
final class Fit {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Fit() {}

    static Optional<Size> size(PricedOffering offering, WorkloadProfile workload) {
        return Size.smallest(
                offering.sizes(),
                workload.find(Quantity.VCPU),
                workload.find(Quantity.MEMORY_MIB).map(BigDecimal::intValueExact));
    }

    /** Says what stands against running it, or nothing. */
    static Optional<String> obstacle(PricedOffering offering, WorkloadProfile workload) {
        boolean requests = workload.get(Quantity.REQUESTS_PER_MONTH).signum() > 0;
        boolean runs = workload.get(Quantity.RUNS_PER_MONTH).signum() > 0;
        if (offering.offering().strategy() == Strategy.STATIC && (requests || runs)) {
            return Optional.of("it serves files and starts no code");
        }
        Fact onlyRuns = offering.offering().fact("runs.only");
        if (onlyRuns.isKnown() && requests) {
            return Optional.of("it answers no requests: " + onlyRuns);
        }
        if (size(offering, workload).isEmpty()) {
            return Optional.of("no size of it has "
                    + workload.find(Quantity.VCPU)
                            .map(cpu -> cpu + " vCPU and ")
                            .orElse("")
                    + workload.find(Quantity.MEMORY_MIB)
                            .map(memory -> memory + " MiB")
                            .orElse("that much"));
        }
        Fact longest = offering.offering().fact("duration.max");
        BigDecimal request =
                workload.find(Quantity.DURATION_MS).orElse(BigDecimal.ZERO).divide(THOUSAND);
        BigDecimal seconds = request.max(workload.get(Quantity.RUN_SECONDS));
        return longest.number()
                .filter(most -> seconds.compareTo(most) > 0)
                .map(most -> "it runs " + seconds.toPlainString() + " s at a time, but " + longest);
    }
}
