package io.quantumlayer.api.cost;

import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Builds a {@link WorkloadProfile}. Not thread-safe; {@link #build()} is pure and may be called again. */
public final class WorkloadProfileBuilder {
    private static final BigDecimal MOST = new BigDecimal("1000000000000000");
    private static final int MOST_DIGITS = 40;
    private static final Set<Quantity> POSITIVE =
            Set.of(Quantity.MEMORY_MIB, Quantity.VCPU, Quantity.CONCURRENCY, Quantity.HOURS_PER_MONTH);
    private static final BigDecimal MOST_MEMORY = BigDecimal.valueOf(1 << 24);

    private final String name;
    private final Map<Quantity, BigDecimal> stated = new EnumMap<>(Quantity.class);
    private Architecture architecture = Architecture.X86;

    WorkloadProfileBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * States the processor family; {@link Architecture#X86} by default.
     *
     * @param family the family
     * @return this
     */
    public WorkloadProfileBuilder architecture(Architecture family) {
        this.architecture = Objects.requireNonNull(family, "family");
        return this;
    }

    /**
     * States a quantity.
     *
     * @param quantity which one
     * @param value its value in its unit, from 0
     * @return this
     */
    public WorkloadProfileBuilder quantity(Quantity quantity, BigDecimal value) {
        stated.put(Objects.requireNonNull(quantity, "quantity"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * States a quantity.
     *
     * @param quantity which one
     * @param value its value in its unit, from 0
     * @return this
     */
    public WorkloadProfileBuilder quantity(Quantity quantity, long value) {
        return quantity(quantity, BigDecimal.valueOf(value));
    }

    /**
     * Builds the profile.
     *
     * @return the profile
     * @throws InvalidPlanException with every mistake
     */
    public WorkloadProfile build() {
        List<Violation> mistakes = new ArrayList<>();
        stated.forEach((quantity, value) -> check(mistakes, quantity, value));
        boolean requests = isAbove0(Quantity.REQUESTS_PER_MONTH);
        if (requests && !stated.containsKey(Quantity.DURATION_MS) && !stated.containsKey(Quantity.CPU_MS_PER_REQUEST)) {
            mistakes.add(new Violation(
                    Quantity.DURATION_MS.field(),
                    "be given, or " + Quantity.CPU_MS_PER_REQUEST.field(),
                    "",
                    "say how long a request takes"));
        }
        if (isAbove0(Quantity.RUNS_PER_MONTH) && !isAbove0(Quantity.RUN_SECONDS)) {
            mistakes.add(new Violation(
                    Quantity.RUN_SECONDS.field(), "be given and above 0", "", "say how long a run takes"));
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidPlanException(mistakes);
        }
        Map<Quantity, BigDecimal> plain = new EnumMap<>(Quantity.class);
        stated.forEach((quantity, value) -> plain.put(quantity, plain(value)));
        return new WorkloadProfile(name, architecture, plain);
    }

    private boolean isAbove0(Quantity quantity) {
        BigDecimal value = stated.get(quantity);
        return value != null && value.signum() > 0;
    }

    private static void check(List<Violation> mistakes, Quantity quantity, BigDecimal value) {
        BigDecimal most = quantity == Quantity.MEMORY_MIB ? MOST_MEMORY : MOST;
        boolean bounded = value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
        String shown = bounded ? value.toPlainString() : "a longer number";
        if (!bounded || value.signum() < 0 || value.compareTo(most) > 0) {
            mistakes.add(new Violation(
                    quantity.field(), "be from 0 to " + most.toPlainString(), shown, "write a plain decimal number"));
        } else if (POSITIVE.contains(quantity) && value.signum() == 0) {
            mistakes.add(new Violation(quantity.field(), "be above 0", shown, "leave it out to use its default"));
        } else if (quantity == Quantity.BURSTINESS && value.compareTo(BigDecimal.ONE) < 0) {
            mistakes.add(new Violation(quantity.field(), "be at least 1", shown, "1 is a steady load"));
        } else if (quantity == Quantity.MEMORY_MIB && value.stripTrailingZeros().scale() > 0) {
            mistakes.add(new Violation(quantity.field(), "be a whole number", shown, "write MiB, as 512"));
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
