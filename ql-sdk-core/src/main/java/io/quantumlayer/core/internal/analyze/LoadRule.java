package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Origin;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Traffic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the requests in a time, the latency to stay below, and the share of requests to be answered. People in a time
 * are taken as one request each, which is the least they make, and as inferred.
 */
final class LoadRule implements Rule {
    private static final Set<String> RATES = Words.of("rps qps tps req/s");
    private static final Set<String> REQUESTS =
            Words.of("request requests req reqs calls hits transactions transaction queries invocations"
                    + " messages events call query");
    private static final Set<String> PEOPLE =
            Words.of("user users visitor visitors visits visit customers views pageviews sessions people" + " clicks");
    private static final Set<String> ADJECTIVES =
            Words.of("http api active daily page unique concurrent incoming web monthly rest read");
    private static final Map<String, Duration> TIMES = Map.ofEntries(
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("daily", Duration.ofDays(1)),
            Map.entry("week", Duration.ofDays(7)),
            Map.entry("weekly", Duration.ofDays(7)),
            Map.entry("monthly", Duration.ofDays(30)),
            Map.entry("hourly", Duration.ofHours(1)),
            Map.entry("month", Duration.ofDays(30)));
    private static final Set<String> LIMITED = Words.of("limit limits limited throttle throttled throttling quota max");
    private static final Set<String> EACH = Set.of("per", "a", "an", "each", "every");
    private static final Set<String> OF_LATENCY =
            Words.of("latency p95 p99 p90 p50 response respond responds responses answer answers within under"
                    + " below faster fast percentile reply replies responding answered quicker quickly");
    private static final Set<String> OF_LONG_LATENCY =
            Words.of("latency p95 p99 p90 p50 response respond responds responses answer answers percentile"
                    + " reply replies responding answered");
    private static final Set<String> OF_AVAILABILITY =
            Words.of("availability available uptime sla slo reliability reliable up uptimes");
    private static final Set<String> PERCENT = Set.of("%", "percent");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int REACH = 6;
    private static final int MAX_DIGITS = 6;
    private static final int MAX_NINES = 9;

    @Override
    public void read(Text text, Reading reading) {
        for (int at = 0; at < text.size(); at++) {
            Optional<Quantity.Measured> measured = Quantity.at(text, at);
            if (measured.isPresent()) {
                int place = at;
                traffic(text, place, measured.get()).ifPresent(trait -> reading.traffic = trait);
                latency(text, place, measured.get()).ifPresent(trait -> reading.latency = trait);
                availability(text, place, measured.get()).ifPresent(trait -> reading.availability = trait);
            }
        }
    }

    private static Optional<Trait<Traffic>> traffic(Text text, int at, Quantity.Measured measured) {
        Quantity quantity = measured.quantity();
        int next = measured.next();
        if (RATES.contains(quantity.unit())) {
            return rate(quantity.value(), Duration.ofSeconds(1), Origin.STATED, text.words(at, next));
        }
        if (!quantity.unit().isEmpty() || !quantity.sign().isEmpty() || !text.sameSentence(at, next)) {
            return Optional.empty();
        }
        if (text.isWord(next, RATES)) {
            return rate(quantity.value(), Duration.ofSeconds(1), Origin.STATED, text.words(at, next + 1));
        }
        int noun = text.isWord(next, ADJECTIVES) && text.sameSentence(at, next + 1) ? next + 1 : next;
        boolean people = text.isWord(noun, PEOPLE);
        if ((!text.isWord(noun, REQUESTS) && !people) || Nearby.before(text, at, REACH, LIMITED)) {
            return Optional.empty();
        }
        int unit = text.isWord(noun + 1, EACH) ? noun + 2 : noun + 1;
        Duration leading = text.isWord(next, Set.of("daily", "monthly"))
                ? TIMES.get(text.token(next).word())
                : null;
        Duration time = text.sameSentence(at, unit) ? TIMES.get(text.token(unit).word()) : null;
        Duration period = time == null ? leading : time;
        int end = time == null ? noun + 1 : unit + 1;
        return period == null
                ? Optional.empty()
                : rate(quantity.value(), period, people ? Origin.INFERRED : Origin.STATED, text.words(at, end));
    }

    private static Optional<Trait<Traffic>> rate(BigDecimal requests, Duration time, Origin origin, String words) {
        try {
            BigDecimal seconds = BigDecimal.valueOf(time.toSeconds());
            Traffic traffic = new Traffic(requests.divide(seconds, MathContext.DECIMAL64));
            return Optional.of(new Trait<>(traffic, origin, List.of(words)));
        } catch (InvalidValueException outOfRange) {
            return Optional.empty();
        }
    }

    private static Optional<Trait<Duration>> latency(Text text, int at, Quantity.Measured measured) {
        String unit = measured.unit(text, at);
        boolean millis = TimeUnits.isMillis(unit);
        boolean seconds = TimeUnits.isSeconds(unit) && Nearby.has(text, at, REACH, OF_LONG_LATENCY);
        boolean positive = measured.value().signum() > 0 && measured.value().precision() <= MAX_DIGITS;
        if (!(millis || seconds) || !positive || !Nearby.has(text, at, REACH, OF_LATENCY)) {
            return Optional.empty();
        }
        return TimeUnits.of(measured.value(), unit).map(time -> Trait.stated(time, text.words(at, measured.end())));
    }

    private static Optional<Trait<BigDecimal>> availability(Text text, int at, Quantity.Measured measured) {
        if (measured.quantity().unit().isEmpty() && text.isWord(measured.next(), Set.of("nines", "9s", "nine"))) {
            int nines = measured.value().intValue();
            boolean sane = nines >= 1 && nines <= MAX_NINES && measured.value().precision() == 1;
            return sane
                    ? Optional.of(Trait.stated(
                            BigDecimal.ONE.subtract(BigDecimal.ONE.movePointLeft(nines)),
                            text.words(at, measured.next() + 1)))
                    : Optional.empty();
        }
        boolean percent = PERCENT.contains(measured.unit(text, at)) || text.isPercent(at);
        boolean share = measured.value().signum() > 0 && measured.value().compareTo(HUNDRED) < 0;
        if (!percent || !share || !Nearby.has(text, at, REACH, OF_AVAILABILITY)) {
            return Optional.empty();
        }
        boolean word = PERCENT.contains(measured.unit(text, at));
        return Optional.of(Trait.stated(
                measured.value().movePointLeft(2).stripTrailingZeros(),
                text.words(at, word ? measured.end() : measured.next())));
    }
}
