package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Memory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how long one run may take, the memory it needs, and whether it needs a graphics processor. */
final class NeedsRule implements Rule {
    private static final Set<String> OF_DURATION =
            Words.of("take takes taking took run runs running last lasts lasting duration timeout finish"
                    + " finishes complete completes processing process long runtime execution work works need"
                    + " needs requires for of");
    private static final Set<String> UP_TO = Words.of("to most than about around roughly approximately maximum max");
    private static final Set<String> SCHEDULES = Set.of("every", "each");
    private static final Set<String> WORK =
            Words.of("job jobs worker run task tasks runs processing timeout computation");
    private static final Set<String> OF_MEMORY = Words.of("memory ram heap");
    private static final Set<String> NO_MEMORY = Words.of("file files upload uploads csv disk storage database data");
    private static final Map<String, Long> SIZES = Map.ofEntries(
            Map.entry("mb", 1L << 20),
            Map.entry("mib", 1L << 20),
            Map.entry("mi", 1L << 20),
            Map.entry("megabytes", 1L << 20),
            Map.entry("gb", 1L << 30),
            Map.entry("gib", 1L << 30),
            Map.entry("gi", 1L << 30),
            Map.entry("g", 1L << 30),
            Map.entry("gigs", 1L << 30),
            Map.entry("gig", 1L << 30),
            Map.entry("gigabytes", 1L << 30),
            Map.entry("tb", 1L << 40));
    private static final Pattern DECADE = Pattern.compile("(?:1[5-9]|20)[0-9]0");
    private static final int REACH = 6;
    private static final int REACH_OF_MEMORY = 4;

    private final Lexicon processors;

    NeedsRule(Vocabulary vocabulary) {
        this.processors = vocabulary.lexicon("graphics processors");
    }

    @Override
    public void read(Text text, Reading reading) {
        for (int at = 0; at < text.size(); at++) {
            Optional<Quantity.Measured> measured = Quantity.at(text, at);
            if (measured.isPresent()) {
                int place = at;
                duration(text, place, measured.get()).ifPresent(trait -> reading.duration = trait);
                memory(text, place, measured.get()).ifPresent(trait -> reading.memory = trait);
            }
        }
        for (Lexicon.Hit hit : processors.hits(text)) {
            Polarity.Said said = Polarity.of(text, hit);
            if (reading.gpu == null || said.wanted()) {
                reading.gpu = Trait.stated(said.wanted(), said.words(text));
            }
        }
    }

    private static Optional<Trait<Duration>> duration(Text text, int at, Quantity.Measured measured) {
        String unit = measured.unit(text, at);
        boolean scheduled = text.isWord(at - 1, SCHEDULES) || text.isWord(at - 1, Set.of("in", "after", "last"));
        boolean spoken = Nearby.before(text, at, REACH, OF_DURATION)
                || text.isWord(at - 1, UP_TO)
                || text.isWord(measured.end(), WORK);
        boolean rate =
                text.isWord(at - 1, Set.of("per")) || measured.unit(text, at).equals("m");
        boolean decade = unit.equals("s")
                && DECADE.matcher(measured.value().toPlainString()).matches();
        if (scheduled || decade || rate || !spoken || isLatency(text, at, unit) || TimeUnits.isMillis(unit)) {
            return Optional.empty();
        }
        return TimeUnits.of(measured.value(), unit).map(time -> Trait.stated(time, text.words(at, measured.end())));
    }

    private static boolean isLatency(Text text, int at, String unit) {
        Set<String> words =
                Words.of("latency p95 p99 p90 response respond responds answer answers within cache cached ttl"
                        + " expire expires retention session sessions");
        return (TimeUnits.isSeconds(unit) || !Nearby.before(text, at, REACH, WORK))
                && Nearby.before(text, at, REACH, words);
    }

    private static Optional<Trait<Memory>> memory(Text text, int at, Quantity.Measured measured) {
        Long size = SIZES.get(measured.unit(text, at));
        int last = measured.end() - 1;
        boolean spoken = Nearby.after(text, last, REACH_OF_MEMORY, OF_MEMORY)
                || Nearby.before(text, at, REACH_OF_MEMORY, OF_MEMORY);
        boolean other = text.isWord(last + 1, NO_MEMORY)
                || (text.isWord(last + 1, Set.of("of")) && text.isWord(last + 2, NO_MEMORY));
        if (size == null || !spoken || other) {
            return Optional.empty();
        }
        try {
            BigDecimal bytes = measured.value().multiply(BigDecimal.valueOf(size));
            return Optional.of(Trait.stated(new Memory(bytes.longValue()), text.words(at, measured.end())));
        } catch (InvalidValueException outOfRange) {
            return Optional.empty();
        }
    }
}
