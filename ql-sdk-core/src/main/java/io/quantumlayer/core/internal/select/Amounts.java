package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads amounts with their units; one in a unit that nobody here knows is UNKNOWN. */
final class Amounts {
    private static final Map<String, BigDecimal> BYTES = Map.of(
            "B", BigDecimal.ONE,
            "KiB", BigDecimal.valueOf(1L << 10),
            "MiB", BigDecimal.valueOf(1L << 20),
            "GiB", BigDecimal.valueOf(1L << 30),
            "TiB", BigDecimal.valueOf(1L << 40),
            "MB", BigDecimal.valueOf(1_000_000),
            "GB", BigDecimal.valueOf(1_000_000_000));

    private static final Map<String, BigDecimal> MILLIS = Map.of("ms", BigDecimal.ONE, "s", BigDecimal.valueOf(1_000));

    private static final Map<String, BigDecimal> SHARES = Map.of("%", new BigDecimal("0.01"), "", BigDecimal.ONE);

    private Amounts() {}

    static Optional<BigDecimal> bytes(Fact fact) {
        return in(fact, BYTES);
    }

    static Optional<BigDecimal> millis(Fact fact) {
        return in(fact, MILLIS).filter(amount -> amount.signum() > 0);
    }

    /** A share between 0 and 1, such as 0.9995 for 99.95 %. */
    static Optional<BigDecimal> share(Fact fact) {
        return in(fact, SHARES).filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
    }

    private static Optional<BigDecimal> in(Fact fact, Map<String, BigDecimal> units) {
        return Optional.ofNullable(units.get(fact.unit()))
                .flatMap(unit -> fact.number().map(unit::multiply));
    }
}
