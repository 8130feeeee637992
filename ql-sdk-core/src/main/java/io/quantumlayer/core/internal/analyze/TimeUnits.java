package io.quantumlayer.core.internal.analyze;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units of time as people write them. */
final class TimeUnits {
    private static final Set<String> MILLIS = Words.of("ms millis millisecond milliseconds msec msecs");
    private static final Set<String> SECONDS = Words.of("s sec secs second seconds");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("mins", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)),
            Map.entry("hrs", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)));
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(366).toMillis());
    private static final int TO_NANOS = 6;

    private TimeUnits() {}

    static boolean isMillis(String unit) {
        return MILLIS.contains(unit);
    }

    static boolean isSeconds(String unit) {
        return SECONDS.contains(unit);
    }

    /** The time, or empty if the unit is none or the time is not positive or longer than a year. */
    static Optional<Duration> of(BigDecimal value, String unit) {
        Duration one = isMillis(unit)
                ? Duration.ofMillis(1)
                : isSeconds(unit) ? Duration.ofSeconds(1) : UNITS.getOrDefault(unit, Duration.ZERO);
        BigDecimal millis = value.multiply(BigDecimal.valueOf(one.toMillis()));
        boolean sane = millis.signum() > 0 && millis.compareTo(LONGEST) <= 0;
        return sane
                ? Optional.of(Duration.ofNanos(millis.movePointRight(TO_NANOS).longValue()))
                : Optional.empty();
    }
}
