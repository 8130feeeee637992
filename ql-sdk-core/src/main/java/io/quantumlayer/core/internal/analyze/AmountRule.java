package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Traffic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads numbers with a meaning: the budget of a month, the requests in a time, the latency to stay below. */
final class AmountRule implements Rule {
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("bucks", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("chf", "CHF"),
            Map.entry("francs", "CHF"));
    private static final Set<String> OF_MONEY =
            Words.of("budget month monthly mo cost costs costing spend spending year yearly annually");
    private static final Set<String> YEARLY = Set.of("year", "yearly", "annually", "annum");
    private static final Set<String> RATES = Set.of("rps", "qps", "tps");
    private static final Set<String> REQUESTS = Words.of("request requests req reqs calls hits");
    private static final Map<String, Duration> TIMES = Map.ofEntries(
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("daily", Duration.ofDays(1)),
            Map.entry("month", Duration.ofDays(30)));
    private static final Set<String> MILLIS = Set.of("ms", "millis", "millisecond", "milliseconds");
    private static final Set<String> OF_LATENCY =
            Words.of("latency p95 p99 p90 response respond responds responses answer answers within under below"
                    + " faster fast percentile");
    private static final Set<String> FREE_LEADS = Set.of("no", "zero", "without");
    private static final int REACH = 6;
    private static final int MONTHS = 12;

    @Override
    public void read(Text text, Reading reading) {
        free(text, reading);
        for (int at = 0; at < text.size(); at++) {
            Optional<Quantity.Measured> measured = Quantity.at(text, at);
            if (measured.isPresent()) {
                int place = at;
                money(text, place, measured.get()).ifPresent(trait -> reading.budget = trait);
                traffic(text, place, measured.get()).ifPresent(trait -> reading.traffic = trait);
                latency(text, place, measured.get()).ifPresent(trait -> reading.latency = trait);
            }
        }
    }

    private static void free(Text text, Reading reading) {
        for (int at = 0; at + 1 < text.size(); at++) {
            boolean cost = text.isWord(at, FREE_LEADS) && text.isWord(at + 1, Set.of("cost", "costs"));
            boolean free = text.isWord(at, Set.of("for")) && text.isWord(at + 1, Set.of("free"));
            boolean ofCharge = text.token(at).is("free") && text.isWord(at + 1, Set.of("tier", "of"));
            if (text.sameSentence(at, at + 1) && (cost || free || ofCharge)) {
                reading.budget = Trait.stated(Money.usd(0), text.words(at, at + 2));
            }
        }
    }

    private static Optional<Trait<Money>> money(Text text, int at, Quantity.Measured measured) {
        Quantity quantity = measured.quantity();
        int next = measured.next();
        boolean follows = text.sameSentence(at, next)
                && CURRENCIES.containsKey(text.token(next).word());
        boolean leads = text.sameSentence(at, at - 1)
                && CURRENCIES.containsKey(text.token(at - 1).word());
        String word = !quantity.sign().isEmpty()
                ? quantity.sign()
                : !quantity.unit().isEmpty()
                        ? quantity.unit()
                        : follows
                                ? text.token(next).word()
                                : leads ? text.token(at - 1).word() : "";
        String currency = CURRENCIES.get(word);
        if (currency == null || !near(text, at, OF_MONEY)) {
            return Optional.empty();
        }
        BigDecimal amount = near(text, at, YEARLY)
                ? quantity.value().divide(BigDecimal.valueOf(MONTHS), 2, RoundingMode.DOWN)
                : quantity.value();
        int from = quantity.sign().isEmpty() && quantity.unit().isEmpty() && !follows ? at - 1 : at;
        return Optional.of(Trait.stated(Money.of(amount, currency), text.words(from, follows ? next + 1 : next)));
    }

    private static Optional<Trait<Traffic>> traffic(Text text, int at, Quantity.Measured measured) {
        Quantity quantity = measured.quantity();
        int next = measured.next();
        if (RATES.contains(quantity.unit())) {
            return rate(quantity.value(), Duration.ofSeconds(1), text.words(at, next));
        }
        if (!quantity.unit().isEmpty() || !text.sameSentence(at, next)) {
            return Optional.empty();
        }
        if (text.isWord(next, RATES)) {
            return rate(quantity.value(), Duration.ofSeconds(1), text.words(at, next + 1));
        }
        int unit = text.isWord(next + 1, Set.of("per", "a", "an", "each", "every")) ? next + 2 : next + 1;
        if (!text.isWord(next, REQUESTS) || !text.sameSentence(at, unit)) {
            return Optional.empty();
        }
        Duration time = TIMES.get(text.token(unit).word());
        return time == null ? Optional.empty() : rate(quantity.value(), time, text.words(at, unit + 1));
    }

    private static Optional<Trait<Traffic>> rate(BigDecimal requests, Duration time, String words) {
        try {
            BigDecimal seconds = BigDecimal.valueOf(time.toSeconds());
            return Optional.of(Trait.stated(new Traffic(requests.divide(seconds, MathContext.DECIMAL64)), words));
        } catch (InvalidValueException outOfRange) {
            return Optional.empty();
        }
    }

    private static Optional<Trait<Duration>> latency(Text text, int at, Quantity.Measured measured) {
        Quantity quantity = measured.quantity();
        boolean joined = MILLIS.contains(quantity.unit());
        boolean apart = quantity.unit().isEmpty()
                && text.sameSentence(at, measured.next())
                && text.isWord(measured.next(), MILLIS);
        boolean positive = quantity.value().signum() > 0 && quantity.value().precision() <= REACH;
        if ((!joined && !apart) || !positive || !near(text, at, OF_LATENCY)) {
            return Optional.empty();
        }
        Duration time = Duration.ofNanos(quantity.value().movePointRight(REACH).longValue());
        return Optional.of(Trait.stated(time, text.words(at, joined ? measured.next() : measured.next() + 1)));
    }

    private static boolean near(Text text, int at, Set<String> words) {
        for (int i = at - REACH; i <= at + REACH; i++) {
            if (text.sameSentence(i, at) && text.isWord(i, words)) {
                return true;
            }
        }
        return false;
    }
}
