package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.cost.WorkloadProfileBuilder;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Traffic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The workload that a plan's words amount to, where nobody stated one: traffic as it was said or modest, and the work
 * of a request as is usual for the kind of application. What was assumed is told.
 */
final class WorkloadGuess {
    private static final BigDecimal MONTH = BigDecimal.valueOf(730L * 3_600);
    private static final long MODEST_REQUESTS = 200_000;
    private static final long FILES = 300_000;
    private static final long DAILY_RUNS = 30;
    private static final Duration SHORT_RUN = Duration.ofMinutes(5);
    private static final int TOGETHER = 20;
    private static final int PEAK = 4;
    private static final int LEAST_MEMORY = 512;
    private static final int JVM_MEMORY = 1_024;
    private static final long MIB = 1 << 20;
    private static final int KIB_PER_REQUEST = 10;
    private static final BigDecimal KIB_PER_GIB = BigDecimal.valueOf(1L << 20);

    private final Needs needs;
    private final Optional<Traffic> traffic;
    private final List<String> assumed = new ArrayList<>();
    private final WorkloadProfile profile;

    WorkloadGuess(String name, Needs needs, Optional<Traffic> traffic) {
        this.needs = needs;
        this.traffic = traffic;
        this.profile = profile(WorkloadProfile.named(name));
    }

    WorkloadProfile profile() {
        return profile;
    }

    /** The same on instances of any size, for offerings that have less memory than was assumed. */
    Optional<WorkloadProfile> onAnySize() {
        return needs.size().each().memory().isPresent()
                ? Optional.empty()
                : Optional.of(profile.without(Quantity.MEMORY_MIB));
    }

    /** What was assumed, one phrase each. */
    List<String> assumed() {
        return List.copyOf(assumed);
    }

    private WorkloadProfile profile(WorkloadProfileBuilder to) {
        AppKind kind = needs.work().shape().kind();
        switch (kind) {
            case STATIC, FRONTEND -> files(to);
            case JOB -> runs(to);
            case WORKER -> worker(to);
            case API, WEB, FULLSTACK, FUNCTION, UNSUPPORTED -> requests(to, kind);
        }
        size(to);
        return to.build();
    }

    private void requests(WorkloadProfileBuilder to, AppKind kind) {
        BigDecimal each = perMonth();
        long wall = kind == AppKind.WEB || kind == AppKind.FULLSTACK ? 200 : 100;
        long busy = kind == AppKind.FUNCTION ? 5 : wall / 5;
        assumed.add("a request takes " + wall + " ms, " + busy + " of them on a processor");
        to.quantity(Quantity.REQUESTS_PER_MONTH, each)
                .quantity(Quantity.DURATION_MS, wall)
                .quantity(Quantity.CPU_MS_PER_REQUEST, busy)
                .quantity(Quantity.CONCURRENCY, TOGETHER)
                .quantity(Quantity.BURSTINESS, traffic.isPresent() ? 1 : PEAK)
                .quantity(Quantity.EGRESS_GIB, egress(each));
    }

    private void files(WorkloadProfileBuilder to) {
        BigDecimal each = traffic.isPresent() ? perMonth() : BigDecimal.valueOf(FILES);
        if (traffic.isEmpty()) {
            assumed.add(FILES + " requests for files a month");
        }
        to.quantity(Quantity.STATIC_REQUESTS_PER_MONTH, each).quantity(Quantity.EGRESS_GIB, egress(each));
    }

    private void runs(WorkloadProfileBuilder to) {
        Duration each = needs.work().shape().duration().orElse(SHORT_RUN);
        assumed.add(DAILY_RUNS + " runs a month of " + each.toSeconds() + " s");
        to.quantity(Quantity.RUNS_PER_MONTH, DAILY_RUNS).quantity(Quantity.RUN_SECONDS, each.toSeconds());
    }

    private void worker(WorkloadProfileBuilder to) {
        if (needs.work().shape().duration().isPresent()) {
            runs(to);
        } else {
            assumed.add("one instance works all month");
            to.quantity(Quantity.INSTANCES, 1);
        }
    }

    private BigDecimal perMonth() {
        if (traffic.isEmpty()) {
            assumed.add("no traffic is stated: " + MODEST_REQUESTS + " requests a month, peaks of " + PEAK
                    + " times the average");
        }
        return traffic.map(rate -> rate.requestsPerSecond().multiply(MONTH).setScale(0, RoundingMode.CEILING))
                .orElse(BigDecimal.valueOf(MODEST_REQUESTS));
    }

    private BigDecimal egress(BigDecimal requests) {
        assumed.add(KIB_PER_REQUEST + " KiB are sent a request");
        return requests.multiply(BigDecimal.valueOf(KIB_PER_REQUEST)).divide(KIB_PER_GIB, 3, RoundingMode.HALF_UP);
    }

    /** The smallest valid size that holds the runtime; a wanted latency asks for a processor of its own. */
    private void size(WorkloadProfileBuilder to) {
        Optional<Memory> memory = needs.size().each().memory();
        boolean jvm = needs.work().language().filter(Runtimes.JVM::contains).isPresent();
        int least = jvm ? JVM_MEMORY : LEAST_MEMORY;
        if (memory.isEmpty()) {
            assumed.add(least + " MiB of memory");
        }
        to.quantity(
                Quantity.MEMORY_MIB,
                memory.map(stated -> Math.max(1, (stated.bytes() + MIB - 1) / MIB))
                        .orElse((long) least));
        Optional<BigDecimal> cpu =
                needs.size().each().cpu().map(CpuMillis::value).map(value -> BigDecimal.valueOf(value, 3));
        cpu.or(() -> needs.promise().latency().map(latency -> BigDecimal.ONE))
                .ifPresent(wanted -> to.quantity(Quantity.VCPU, wanted));
    }
}
