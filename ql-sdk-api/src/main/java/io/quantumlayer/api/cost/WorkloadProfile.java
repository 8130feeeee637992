package io.quantumlayer.api.cost;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an application uses in a month: the shape of its load, which a tariff turns into a bill. Immutable, equal by
 * value, safe for use by many threads.
 *
 * <p>A {@link Quantity} that is not stated has its default; some have none and are then assumed by whoever prices, who
 * says so in the bill.
 */
public final class WorkloadProfile {
    private final String name;
    private final Architecture architecture;
    private final Map<Quantity, BigDecimal> stated;

    WorkloadProfile(String name, Architecture architecture, Map<Quantity, BigDecimal> stated) {
        this.name = name;
        this.architecture = architecture;
        Map<Quantity, BigDecimal> copy = new EnumMap<>(Quantity.class);
        copy.putAll(stated);
        this.stated = Collections.unmodifiableMap(copy);
    }

    /**
     * Begins a profile of which nothing is stated.
     *
     * @param name the application's name
     * @return a builder
     */
    public static WorkloadProfileBuilder named(String name) {
        return new WorkloadProfileBuilder(name);
    }

    /**
     * Returns the name.
     *
     * @return the application's name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the processor family.
     *
     * @return {@link Architecture#X86} by default
     */
    public Architecture architecture() {
        return architecture;
    }

    /**
     * Returns every quantity that was stated.
     *
     * @return the quantities in the order of their enum, unmodifiable
     */
    public Map<Quantity, BigDecimal> stated() {
        return stated;
    }

    /**
     * Returns a quantity as it was stated or by default.
     *
     * @param quantity which one
     * @return the value, or empty if it was not stated and has no default
     */
    public Optional<BigDecimal> find(Quantity quantity) {
        return Optional.ofNullable(stated.get(quantity)).or(quantity::fallback);
    }

    /**
     * Returns a quantity that has a default.
     *
     * @param quantity one with a default
     * @return the value
     * @throws IllegalArgumentException if it was not stated and has no default
     */
    public BigDecimal get(Quantity quantity) {
        return find(quantity)
                .orElseThrow(() -> new IllegalArgumentException(quantity + " was not stated and has no default"));
    }

    /**
     * Returns this profile with one quantity left out.
     *
     * @param quantity one that nothing else depends on
     * @return a copy
     */
    public WorkloadProfile without(Quantity quantity) {
        Map<Quantity, BigDecimal> fewer = new EnumMap<>(Quantity.class);
        fewer.putAll(stated);
        fewer.remove(quantity);
        return new WorkloadProfile(name, architecture, fewer);
    }

    /**
     * Begins a changed profile.
     *
     * @return a builder that holds what this states
     */
    public WorkloadProfileBuilder toBuilder() {
        WorkloadProfileBuilder builder = named(name).architecture(architecture);
        stated.forEach(builder::quantity);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkloadProfile that
                && name.equals(that.name)
                && architecture == that.architecture
                && stated.equals(that.stated);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + stated.hashCode();
    }

    /** Returns name, processor family and every stated quantity. */
    @Override
    public String toString() {
        return "WorkloadProfile[" + name + ", " + architecture + ", " + stated + "]";
    }
}
