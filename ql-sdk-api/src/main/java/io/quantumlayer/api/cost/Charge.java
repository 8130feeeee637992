package io.quantumlayer.api.cost;

import io.quantumlayer.api.placement.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a tariff: what is counted, in which unit, at which prices, and how much of it costs nothing. Immutable,
 * equal by value, safe for use by many threads.
 */
public final class Charge {
    private final String name;
    private final Meter meter;
    private final Unit unit;
    private final List<Tier> tiers;
    private final Waived waived;

    private Charge(String name, Meter meter, Unit unit, List<Tier> tiers, Waived waived) {
        this.name = name;
        this.meter = meter;
        this.unit = unit;
        this.tiers = tiers;
        this.waived = waived;
    }

    /**
     * The unit of a price.
     *
     * @param size how many units of the meter it holds, above 0, as 1000000
     * @param label its name, as {@code 1M requests}
     */
    public record Unit(BigDecimal size, String label) {
        /**
         * Checks the size.
         *
         * @throws IllegalArgumentException if it is not above 0
         */
        public Unit {
            Objects.requireNonNull(label, "label");
            if (size.signum() <= 0) {
                throw new IllegalArgumentException("A unit must hold more than 0, but '" + label + "' held " + size);
            }
        }
    }

    /**
     * What costs nothing, in units of the meter.
     *
     * @param granted given away to every account; charges whose grants have one name share it
     * @param included part of a plan that is paid for
     * @param only the processor family that the charge is for, or empty for every one
     */
    public record Waived(Optional<Fact> granted, Optional<Fact> included, Optional<Architecture> only) {
        private static final Waived NOTHING = new Waived(Optional.empty(), Optional.empty(), Optional.empty());

        /** Refuses null parts. */
        public Waived {
            Objects.requireNonNull(granted, "granted");
            Objects.requireNonNull(included, "included");
            Objects.requireNonNull(only, "only");
        }
    }

    /**
     * Begins a charge without a price, which is UNKNOWN until a tier is added.
     *
     * @param name its name, as {@code requests}; not blank
     * @param meter what it counts
     * @param unit the unit of its prices
     * @return the charge
     * @throws IllegalArgumentException if the name is blank
     */
    public static Charge of(String name, Meter meter, Unit unit) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a charge must not be blank");
        }
        return new Charge(name, Objects.requireNonNull(meter), Objects.requireNonNull(unit), List.of(), Waived.NOTHING);
    }

    /**
     * Returns this charge with a further tier.
     *
     * @param from the first quantity it holds for, in units; 0 for the first tier, above the one before for others
     * @param price the price of a unit
     * @return a copy
     * @throws IllegalArgumentException if the tiers would not begin at 0 and rise
     */
    public Charge withTier(BigDecimal from, Fact price) {
        Tier tier = new Tier(from, price);
        boolean first = tiers.isEmpty();
        if (first
                ? from.signum() != 0
                : from.compareTo(tiers.get(tiers.size() - 1).from()) <= 0) {
            throw new IllegalArgumentException(
                    "Tiers of '" + name + "' must begin at 0 and rise, but one began at " + from);
        }
        List<Tier> all = new ArrayList<>(tiers);
        all.add(tier);
        return new Charge(name, meter, unit, List.copyOf(all), waived);
    }

    /**
     * Returns this charge with one price for every quantity.
     *
     * @param price the price of a unit
     * @return a copy
     */
    public Charge withPrice(Fact price) {
        return new Charge(name, meter, unit, List.of(new Tier(BigDecimal.ZERO, price)), waived);
    }

    /**
     * Returns this charge with what costs nothing, and with the processor family it is for.
     *
     * @param other what costs nothing
     * @return a copy
     */
    public Charge withWaived(Waived other) {
        return new Charge(name, meter, unit, tiers, Objects.requireNonNull(other));
    }

    /**
     * Returns the name.
     *
     * @return its name in a bill
     */
    public String name() {
        return name;
    }

    /**
     * Returns what is counted.
     *
     * @return the meter
     */
    public Meter meter() {
        return meter;
    }

    /**
     * Returns the unit of the prices.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Returns the prices.
     *
     * @return tiers from 0 up; none if the price is UNKNOWN
     */
    public List<Tier> tiers() {
        return tiers;
    }

    /**
     * Returns what costs nothing.
     *
     * @return grants and included amounts
     */
    public Waived waived() {
        return waived;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Charge that
                && name.equals(that.name)
                && meter == that.meter
                && unit.equals(that.unit)
                && tiers.equals(that.tiers)
                && waived.equals(that.waived);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, meter, unit, tiers, waived);
    }

    /** Returns one line: name, meter, unit and tiers. */
    @Override
    public String toString() {
        return name + " (" + meter + ") per " + unit.label() + ": " + tiers;
    }
}
