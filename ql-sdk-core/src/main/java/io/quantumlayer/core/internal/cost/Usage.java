package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.placement.Offering;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the meters of one offering read after a month of one workload, and what was assumed to get there. */
final class Usage {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1_024);

    private final WorkloadProfile workload;
    private final BillingRules rules;
    private final Size size;
    private final List<String> notes = new ArrayList<>();
    private final BigDecimal runSeconds;
    private final BigDecimal active;
    private final BigDecimal ready;
    private @Nullable BigDecimal alwaysOn;

    Usage(WorkloadProfile workload, Offering offering, Size size) {
        this.workload = workload;
        this.rules = BillingRules.of(offering);
        this.size = size;
        this.runSeconds = of(Quantity.RUNS_PER_MONTH).multiply(rules.run(of(Quantity.RUN_SECONDS)));
        this.active = requestSeconds().add(runSeconds);
        this.ready = of(Quantity.MIN_INSTANCES).multiply(hours());
    }

    BigDecimal read(Meter meter) {
        return switch (meter) {
            case INVOCATIONS -> of(Quantity.REQUESTS_PER_MONTH).add(of(Quantity.RUNS_PER_MONTH));
            case ALL_REQUESTS -> read(Meter.INVOCATIONS).add(read(Meter.STATIC_REQUESTS));
            case STATIC_REQUESTS -> of(Quantity.STATIC_REQUESTS_PER_MONTH);
            case CPU_MILLIS ->
                of(Quantity.REQUESTS_PER_MONTH).multiply(cpuMillis()).add(runSeconds.multiply(THOUSAND));
            case ACTIVE_VCPU_SECONDS -> active.multiply(size.vcpu());
            case ACTIVE_GIB_SECONDS -> active.multiply(memory());
            case ACTIVE_DISK_GIB_SECONDS -> active.multiply(disk());
            case ON_DEMAND_GIB_SECONDS -> active.subtract(active.min(ready)).multiply(memory());
            case READY_ACTIVE_GIB_SECONDS -> active.min(ready).multiply(memory());
            case READY_GIB_SECONDS -> ready.multiply(memory());
            case IDLE_VCPU_SECONDS -> ready.subtract(active.min(ready)).multiply(size.vcpu());
            case IDLE_GIB_SECONDS -> ready.subtract(active.min(ready)).multiply(memory());
            case INSTANCE_VCPU_SECONDS -> alwaysOn().add(runSeconds).multiply(size.vcpu());
            case INSTANCE_GIB_SECONDS -> alwaysOn().add(runSeconds).multiply(memory());
            case INSTANCE_DISK_GIB_SECONDS -> alwaysOn().add(runSeconds).multiply(disk());
            case RUNNING_GIB_SECONDS -> running().multiply(memory());
            case RUNNING_DISK_GIB_SECONDS -> running().multiply(disk());
            case EGRESS_GIB -> of(Quantity.EGRESS_GIB);
            case STORAGE_GIB_MONTHS -> of(Quantity.STORAGE_GIB);
            case HOURS -> of(Quantity.HOURS_PER_MONTH);
            case MONTHS -> BigDecimal.ONE;
        };
    }

    /** What was assumed or rounded, for the meters that a bill reads. */
    List<String> notes(List<Meter> meters) {
        List<String> all = new ArrayList<>(notes);
        boolean time = meters.stream()
                .anyMatch(meter -> meter.name().contains("ACTIVE_") || meter == Meter.ON_DEMAND_GIB_SECONDS);
        if (time && workload.find(Quantity.DURATION_MS).isEmpty() && has(Quantity.REQUESTS_PER_MONTH)) {
            all.add("durationMs is not stated: as long as the processor is busy");
        }
        boolean cpu = meters.contains(Meter.CPU_MILLIS);
        if (cpu && workload.find(Quantity.CPU_MS_PER_REQUEST).isEmpty() && has(Quantity.REQUESTS_PER_MONTH)) {
            all.add("cpuMsPerRequest is not stated: busy for the whole duration");
        }
        boolean always = meters.stream().anyMatch(meter -> meter.name().startsWith("INSTANCE_"));
        if (always && workload.find(Quantity.INSTANCES).isEmpty()) {
            all.add("instances are not stated: " + instances().toPlainString() + " always running");
        }
        if (time) {
            all.addAll(rules.notes());
        }
        return all;
    }

    private boolean has(Quantity quantity) {
        return of(quantity).signum() > 0;
    }

    private BigDecimal of(Quantity quantity) {
        return workload.get(quantity);
    }

    private BigDecimal hours() {
        return of(Quantity.HOURS_PER_MONTH).multiply(HOUR);
    }

    private BigDecimal memory() {
        return BigDecimal.valueOf(size.memoryMiB()).divide(MIB_PER_GIB, EXACT);
    }

    private BigDecimal disk() {
        return of(Quantity.DISK_GIB).subtract(rules.includedDisk()).max(BigDecimal.ZERO);
    }

    private BigDecimal wallMillis() {
        return workload.find(Quantity.DURATION_MS)
                .or(() -> workload.find(Quantity.CPU_MS_PER_REQUEST))
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal cpuMillis() {
        return workload.find(Quantity.CPU_MS_PER_REQUEST).orElseGet(this::wallMillis);
    }

    private BigDecimal concurrency() {
        return rules.concurrency(of(Quantity.CONCURRENCY));
    }

    /** Requests that share an instance share its time, so that only a request of its own is rounded. */
    private BigDecimal requestSeconds() {
        BigDecimal together = concurrency();
        BigDecimal millis = together.compareTo(BigDecimal.ONE) > 0 ? wallMillis() : rules.duration(wallMillis());
        return of(Quantity.REQUESTS_PER_MONTH)
                .multiply(millis)
                .divide(THOUSAND, EXACT)
                .divide(together, EXACT);
    }

    /** The time of instances that never end; few tariffs ask for it. */
    private BigDecimal alwaysOn() {
        BigDecimal known = alwaysOn;
        if (known == null) {
            known = instances().multiply(hours());
            alwaysOn = known;
        }
        return known;
    }

    private BigDecimal running() {
        return workload.find(Quantity.INSTANCES).isPresent() ? alwaysOn().add(runSeconds) : active;
    }

    private BigDecimal instances() {
        return workload.find(Quantity.INSTANCES)
                .orElseGet(() -> atPeak().max(of(Quantity.MIN_INSTANCES)).max(least()));
    }

    private BigDecimal least() {
        boolean onlyRuns = has(Quantity.RUNS_PER_MONTH) && !has(Quantity.REQUESTS_PER_MONTH);
        return onlyRuns ? BigDecimal.ZERO : BigDecimal.ONE;
    }

    /** Instances that are busy at the peak, by the time that requests take or by the work they are. */
    private BigDecimal atPeak() {
        BigDecimal peak = of(Quantity.REQUESTS_PER_MONTH)
                .multiply(of(Quantity.BURSTINESS))
                .divide(hours(), EXACT);
        BigDecimal waiting = peak.multiply(wallMillis()).divide(THOUSAND, EXACT).divide(concurrency(), EXACT);
        BigDecimal working = peak.multiply(cpuMillis()).divide(THOUSAND, EXACT).divide(size.vcpu(), EXACT);
        return waiting.max(working).setScale(0, RoundingMode.CEILING);
    }
}
