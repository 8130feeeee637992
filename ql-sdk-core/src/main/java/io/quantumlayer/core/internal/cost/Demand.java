package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.WorkloadProfile;
import java.math.BigDecimal;
import java.util.Optional;

/** What a workload asks of an offering, its numbers read once. */
final class Demand {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final WorkloadProfile workload;
    private final boolean requests;
    private final boolean runs;
    private final BigDecimal seconds;
    private final Optional<BigDecimal> vcpu;
    private final Optional<Integer> memoryMiB;

    Demand(WorkloadProfile workload) {
        this.workload = workload;
        this.requests = workload.get(Quantity.REQUESTS_PER_MONTH).signum() > 0;
        this.runs = workload.get(Quantity.RUNS_PER_MONTH).signum() > 0;
        BigDecimal request =
                workload.find(Quantity.DURATION_MS).orElse(BigDecimal.ZERO).divide(THOUSAND);
        this.seconds = request.max(workload.get(Quantity.RUN_SECONDS));
        this.vcpu = workload.find(Quantity.VCPU);
        this.memoryMiB = workload.find(Quantity.MEMORY_MIB).map(BigDecimal::intValueExact);
    }

    WorkloadProfile workload() {
        return workload;
    }

    boolean hasRequests() {
        return requests;
    }

    /** Whether code is started at all. */
    boolean startsCode() {
        return requests || runs;
    }

    /** How long it works at a time. */
    BigDecimal seconds() {
        return seconds;
    }

    Optional<BigDecimal> vcpu() {
        return vcpu;
    }

    Optional<Integer> memoryMiB() {
        return memoryMiB;
    }
}
