package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.BillItem;
import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.Tier;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.placement.Fact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one bill, charge by charge. What a plan includes goes off a quantity first, then what is granted; the tiers
 * begin with the rest. One use.
 */
final class BillCalculator {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final int DIGITS = 10;

    private final PricedOffering offering;
    private final WorkloadProfile workload;
    private final FreeGrants grants;
    private final Map<String, BigDecimal> granted = new HashMap<>();
    private final List<BillItem> items = new ArrayList<>();
    private BigDecimal used = BigDecimal.ZERO;

    BillCalculator(PricedOffering offering, WorkloadProfile workload, FreeGrants grants) {
        this.offering = offering;
        this.workload = workload;
        this.grants = grants;
    }

    Bill bill(Size size) {
        Usage usage = new Usage(workload, offering.offering(), size);
        List<Charge> charges = offering.tariff().charges().stream()
                .filter(charge -> charge.waived()
                        .only()
                        .map(workload.architecture()::equals)
                        .orElse(true))
                .toList();
        charges.forEach(charge -> add(charge, usage.read(charge.meter())));
        offering.tariff().credit().ifPresent(this::credit);
        if (items.isEmpty() && !charges.isEmpty()) {
            Charge first = charges.get(0);
            items.add(free(first.name(), BigDecimal.ZERO, first, price(first)));
        }
        List<String> notes = new ArrayList<>(List.of("instances of " + size));
        notes.addAll(usage.notes(charges.stream().map(Charge::meter).toList()));
        if (grants == FreeGrants.LEFT_OUT) {
            notes.add("free grants are left out");
        }
        return new Bill(offering.offering().id(), offering.tariff().currency(), items, notes);
    }

    private void add(Charge charge, BigDecimal read) {
        BigDecimal rest = read;
        Optional<Fact> included = charge.waived().included();
        if (included.isPresent()) {
            rest = waive(charge, ", included", included.get(), rest, number(included.get()));
        }
        Optional<Fact> grant = charge.waived().granted();
        if (grant.isPresent() && grants == FreeGrants.COUNTED) {
            Fact fact = grant.get();
            BigDecimal left = granted.computeIfAbsent(fact.name(), name -> number(fact));
            BigDecimal before = rest;
            rest = waive(charge, ", free", fact, rest, left);
            granted.put(fact.name(), left.subtract(before.subtract(rest)));
        }
        if (rest.signum() > 0) {
            tiers(charge, rest.divide(charge.unit().size(), EXACT));
        }
    }

    private BigDecimal waive(Charge charge, String suffix, Fact fact, BigDecimal quantity, BigDecimal most) {
        BigDecimal waived = quantity.min(most);
        if (waived.signum() > 0) {
            BigDecimal units = waived.divide(charge.unit().size(), EXACT);
            items.add(free(charge.name() + suffix, units, charge, fact));
        }
        return quantity.subtract(waived);
    }

    private void tiers(Charge charge, BigDecimal units) {
        List<Tier> tiers = charge.tiers();
        if (tiers.isEmpty()) {
            items.add(
                    new BillItem(charge.name(), shown(units), charge.unit().label(), price(charge), Optional.empty()));
        }
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            BigDecimal end = i + 1 < tiers.size() ? units.min(tiers.get(i + 1).from()) : units;
            BigDecimal inTier = end.subtract(tier.from());
            if (inTier.signum() > 0) {
                String suffix = i == 0 ? "" : ", above " + tier.from().toPlainString();
                item(charge, charge.name() + suffix, inTier, tier.price());
            }
        }
    }

    private void item(Charge charge, String name, BigDecimal units, Fact price) {
        Optional<BigDecimal> amount = price.number().map(units::multiply).map(BillCalculator::shown);
        items.add(new BillItem(name, shown(units), charge.unit().label(), price, amount));
        if (charge.meter() != Meter.MONTHS) {
            used = used.add(amount.orElse(BigDecimal.ZERO));
        }
    }

    private void credit(Fact credit) {
        BigDecimal off = number(credit).min(used);
        if (off.signum() > 0) {
            items.add(new BillItem("credit of the plan", BigDecimal.ONE, "month", credit, Optional.of(off.negate())));
        }
    }

    private static BillItem free(String name, BigDecimal units, Charge charge, Fact fact) {
        return new BillItem(name, shown(units), charge.unit().label(), fact, Optional.of(BigDecimal.ZERO));
    }

    private static Fact price(Charge charge) {
        return charge.tiers().isEmpty()
                ? Fact.unknown("price." + charge.name())
                : charge.tiers().get(0).price();
    }

    private static BigDecimal number(Fact fact) {
        return fact.number().orElse(BigDecimal.ZERO);
    }

    private static BigDecimal shown(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
