package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an offering rounds what it counts, read from its facts.
 *
 * @param step {@code billing.step}: durations are rounded up to it, in milliseconds
 * @param minimum {@code billing.minimum}: the least duration billed, in milliseconds
 * @param runMinimum {@code billing.run-minimum}: the least run billed, in seconds
 * @param together {@code concurrency.max}: requests that an instance takes at once; {@code unlimited}, or 1 if UNKNOWN
 * @param disk {@code disk.included}: disk of each instance that costs nothing, in GiB
 */
record BillingRules(Fact step, Fact minimum, Fact runMinimum, Fact together, Fact disk) {
    static BillingRules of(Offering offering) {
        return new BillingRules(
                offering.fact("billing.step"),
                offering.fact("billing.minimum"),
                offering.fact("billing.run-minimum"),
                offering.fact("concurrency.max"),
                offering.fact("disk.included"));
    }

    BigDecimal duration(BigDecimal millis) {
        BigDecimal least = minimum.number().map(millis::max).orElse(millis);
        return step.number()
                .filter(size -> size.signum() > 0 && least.signum() > 0)
                .map(size -> least.divide(size, 0, RoundingMode.CEILING).multiply(size))
                .orElse(least);
    }

    BigDecimal run(BigDecimal seconds) {
        return runMinimum.number().map(seconds::max).orElse(seconds);
    }

    BigDecimal concurrency(BigDecimal wanted) {
        if (together.value().filter("unlimited"::equals).isPresent()) {
            return wanted;
        }
        return together.number().orElse(BigDecimal.ONE).max(BigDecimal.ONE).min(wanted);
    }

    BigDecimal includedDisk() {
        return disk.number().orElse(BigDecimal.ZERO);
    }

    List<String> notes() {
        return Stream.of(step, minimum, runMinimum)
                .filter(Fact::isKnown)
                .map(Fact::toString)
                .toList();
    }
}
