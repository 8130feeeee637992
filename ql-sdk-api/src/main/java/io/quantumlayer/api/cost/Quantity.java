package io.quantumlayer.api.cost;

import java.math.BigDecimal;
import java.util.Optional;

/** What a {@link WorkloadProfile} states, each with its name in a file and its unit. */
public enum Quantity {
    /** Requests a month that start code; 0 by default. */
    REQUESTS_PER_MONTH("requestsPerMonth", "0"),
    /** Requests a month that are answered with a file and start no code; 0 by default. */
    STATIC_REQUESTS_PER_MONTH("staticRequestsPerMonth", "0"),
    /** Wall-clock milliseconds of one request, on average, with all that it waits for; no default. */
    DURATION_MS("durationMs", ""),
    /** Milliseconds in which a processor is busy with one request, on average; no default. */
    CPU_MS_PER_REQUEST("cpuMsPerRequest", ""),
    /** Requests that one instance works at together, where the offering allows it; 1 by default. */
    CONCURRENCY("concurrency", "1"),
    /** Runs a month of a job that ends by itself; 0 by default. */
    RUNS_PER_MONTH("runsPerMonth", "0"),
    /** Seconds that one run takes; 0 by default. */
    RUN_SECONDS("runSeconds", "0"),
    /** Memory of one instance in MiB; no default. */
    MEMORY_MIB("memoryMiB", ""),
    /** Processors of one instance; no default. */
    VCPU("vcpu", ""),
    /** Temporary disk of one instance in GiB; 0 by default. */
    DISK_GIB("diskGiB", "0"),
    /** Instances that always run; no default. */
    INSTANCES("instances", ""),
    /** Instances that are kept ready beside those that start on demand; 0 by default. */
    MIN_INSTANCES("minInstances", "0"),
    /** Hours a month in which the instances are there; 730 by default. */
    HOURS_PER_MONTH("hoursPerMonth", "730"),
    /** Requests a second at the peak, divided by the average; 1 by default. */
    BURSTINESS("burstiness", "1"),
    /** GiB sent to the internet a month; a vendor's GB counts as one; 0 by default. */
    EGRESS_GIB("egressGiB", "0"),
    /** GiB kept all month; a vendor's GB counts as one; 0 by default. */
    STORAGE_GIB("storageGiB", "0");

    private final String field;
    private final Optional<BigDecimal> fallback;

    Quantity(String field, String fallback) {
        this.field = field;
        this.fallback = fallback.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(fallback));
    }

    /**
     * Returns the name in a file.
     *
     * @return the name of the field, which ends with its unit
     */
    public String field() {
        return field;
    }

    /**
     * Returns what holds when it is not stated.
     *
     * @return the default, or empty if there is none
     */
    public Optional<BigDecimal> fallback() {
        return fallback;
    }
}
