package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.placement.Fact;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up one month in binary numbers, charge by charge in the order of the exact bill. One use. */
final class Sum {
    private final Rates rates;
    private final double[] granted;
    private double amount;
    private double used;
    private boolean confirmed = true;
    private boolean known = true;
    private boolean touched;
    private @Nullable Charge first;
    private @Nullable LocalDate oldest;

    Sum(Rates rates) {
        this.rates = rates;
        this.granted = new double[rates.grants()];
        Arrays.fill(granted, Double.NaN);
    }

    void add(Rates.Rate rate, double read) {
        first = first == null ? rate.charge() : first;
        double rest = waive(rate.charge().waived().included(), rate.included(), read);
        if (rate.grant() >= 0) {
            Fact grant = rate.charge().waived().granted().orElseThrow();
            double left = Double.isNaN(granted[rate.grant()]) ? Rates.number(grant) : granted[rate.grant()];
            double before = rest;
            rest = waive(rate.charge().waived().granted(), left, rest);
            granted[rate.grant()] = left - (before - rest);
        }
        if (!PriceList.isNothing(rest, read)) {
            tiers(rate, rest / rate.unit());
        }
    }

    private double waive(Optional<Fact> fact, double most, double quantity) {
        double off = Math.min(quantity, most);
        if (fact.isPresent() && off > 0) {
            touch(fact.get());
        }
        return quantity - off;
    }

    private void tiers(Rates.Rate rate, double units) {
        int tiers = rate.tiers();
        known &= tiers > 0;
        touched = true;
        for (int i = 0; i < tiers && units > rate.from(i); i++) {
            double end = i + 1 < tiers ? Math.min(units, rate.from(i + 1)) : units;
            double price = rate.price(i);
            known &= !Double.isNaN(price);
            amount += (end - rate.from(i)) * price;
            used += rate.charge().meter() == Meter.MONTHS ? 0 : (end - rate.from(i)) * price;
            touch(rate.charge().tiers().get(i).price());
        }
    }

    private void touch(Fact fact) {
        touched = true;
        if (!fact.isKnown()) {
            return;
        }
        confirmed &= fact.confirmed();
        LocalDate day = fact.asOf().orElseThrow();
        oldest = oldest == null || day.isBefore(oldest) ? day : oldest;
    }

    /** Takes the credit off; empty if a price is UNKNOWN or nothing is charged at all. */
    Optional<Sum> end() {
        double off = Math.min(rates.credit(), used);
        if (off > 0) {
            amount -= off;
            touch(rates.offering().tariff().credit().orElseThrow());
        }
        if (!touched && first != null && !first.tiers().isEmpty()) {
            touch(first.tiers().get(0).price());
        }
        return known && first != null ? Optional.of(this) : Optional.empty();
    }

    double amount() {
        return amount;
    }

    boolean confirmed() {
        return confirmed;
    }

    Optional<LocalDate> oldest() {
        return Optional.ofNullable(oldest);
    }
}
