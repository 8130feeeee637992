package io.quantumlayer.api.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * What one replica may use; a part left out is planned from the workload.
 *
 * @param cpu processor capacity, if stated
 * @param memory memory, if stated
 */
public record Resources(Optional<CpuMillis> cpu, Optional<Memory> memory) {
    private static final Resources UNSTATED = new Resources(Optional.empty(), Optional.empty());

    /** Refuses null parts. */
    public Resources {
        Objects.requireNonNull(cpu, "cpu");
        Objects.requireNonNull(memory, "memory");
    }

    /**
     * Returns resources of which nothing is stated.
     *
     * @return the empty resources
     */
    public static Resources unstated() {
        return UNSTATED;
    }

    /**
     * Returns resources with both parts stated.
     *
     * @param cpu processor capacity
     * @param memory memory
     * @return the resources
     */
    public static Resources of(CpuMillis cpu, Memory memory) {
        return new Resources(Optional.of(cpu), Optional.of(memory));
    }

    /**
     * Reads both parts from their text forms.
     *
     * @param cpu as {@code 250m}
     * @param memory as {@code 512Mi}
     * @return the resources
     * @throws InvalidValueException if one is not in its form
     */
    public static Resources parse(String cpu, String memory) {
        return of(CpuMillis.parse(cpu), Memory.parse(memory));
    }

    /**
     * Returns these resources with another processor capacity.
     *
     * @param other the capacity
     * @return a copy
     */
    public Resources withCpu(CpuMillis other) {
        return new Resources(Optional.of(other), memory);
    }

    /**
     * Returns these resources with another memory size.
     *
     * @param other the size
     * @return a copy
     */
    public Resources withMemory(Memory other) {
        return new Resources(cpu, Optional.of(other));
    }

    /** Returns both parts in their text form, {@code unstated} where left out. */
    @Override
    public String toString() {
        return "Resources[cpu=" + cpu.map(CpuMillis::toString).orElse("unstated") + ", memory="
                + memory.map(Memory::toString).orElse("unstated") + "]";
    }
}
