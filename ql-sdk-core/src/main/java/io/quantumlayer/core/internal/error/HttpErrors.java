package io.quantumlayer.core.internal.error;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows what an HTTP status means where no vendor's code says more. */
public final class HttpErrors {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_FIELD = 64;

    private static final Map<Integer, ErrorType> TYPES = Map.ofEntries(
            Map.entry(401, ErrorType.AUTHENTICATION),
            Map.entry(402, ErrorType.RESOURCE), // how AWS answers an exceeded quota, and others an unpaid plan
            Map.entry(403, ErrorType.AUTHORIZATION),
            // The address is a setting, and so is the name in it: asking again alone finds nothing.
            Map.entry(404, ErrorType.CONFIGURATION),
            Map.entry(405, ErrorType.CONFIGURATION),
            Map.entry(407, ErrorType.AUTHENTICATION),
            Map.entry(408, ErrorType.TIMEOUT),
            Map.entry(409, ErrorType.CONCURRENCY),
            Map.entry(410, ErrorType.CONFIGURATION),
            Map.entry(412, ErrorType.CONCURRENCY), // what the request rested on was changed by somebody else
            Map.entry(413, ErrorType.RESOURCE),
            Map.entry(421, ErrorType.CONFIGURATION),
            Map.entry(423, ErrorType.CONCURRENCY),
            Map.entry(424, ErrorType.DEPENDENCY),
            Map.entry(425, ErrorType.SERVICE_UNAVAILABLE), // too early: the same request is welcome later
            Map.entry(426, ErrorType.CONFIGURATION),
            Map.entry(429, ErrorType.SERVICE_UNAVAILABLE), // throttled; waiting cures it
            Map.entry(451, ErrorType.AUTHORIZATION),
            Map.entry(501, ErrorType.CONFIGURATION),
            Map.entry(502, ErrorType.DEPENDENCY), // a gateway that works, before a server that does not
            Map.entry(504, ErrorType.TIMEOUT), // the server behind may have done it all the same
            Map.entry(505, ErrorType.CONFIGURATION),
            Map.entry(507, ErrorType.RESOURCE),
            Map.entry(508, ErrorType.CONFIGURATION),
            Map.entry(511, ErrorType.NETWORK)); // answered by the network on the way, not by the server

    private HttpErrors() {}

    /**
     * Classifies a status.
     *
     * @param status the status; one below 300 is an answer that nobody expected, of type unknown
     * @param retryAfter the value of the Retry-After header: seconds, or a date in one of HTTP's three forms; one in no
     *     form counts as absent, more than a day as a day
     * @param now when the answer was read
     * @return the failure with code {@code http.STATUS}
     */
    public static Failure of(int status, Optional<String> retryAfter, Instant now) {
        Failure failure = Failure.of(type(status), "http." + status, "the answer had HTTP status " + status);
        return retryAfter
                .flatMap(value -> delay(value.strip(), now))
                .map(failure::withRetryAfter)
                .orElse(failure);
    }

    /** A status without an entry means what the first of its class means, as RFC 9110 asks for. */
    private static ErrorType type(int status) {
        return TYPES.getOrDefault(
                status,
                switch (status / 100) {
                    case 3 -> ErrorType.CONFIGURATION;
                    case 4 -> ErrorType.VALIDATION;
                    case 5 -> ErrorType.SERVICE_UNAVAILABLE;
                    default -> ErrorType.UNKNOWN;
                });
    }

    private static Optional<Duration> delay(String value, Instant now) {
        if (value.matches("[0-9]{1,18}")) {
            return Optional.of(atMost(Duration.ofSeconds(Long.parseLong(value))));
        }
        if (value.length() > LONGEST_FIELD) {
            return Optional.empty();
        }
        return forms(now).stream()
                .flatMap(form -> date(form, value).stream())
                .findFirst()
                .map(date -> atMost(Duration.between(now, date)));
    }

    private static Duration atMost(Duration delay) {
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static Optional<Instant> date(DateTimeFormatter form, String value) {
        try {
            return Optional.of(Instant.from(form.parse(value)));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    /** The three forms of RFC 9110; a year of two digits is at most 50 years ahead. */
    private static List<DateTimeFormatter> forms(Instant now) {
        LocalDate base = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49);
        DateTimeFormatter rfc850 = new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, base)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
        DateTimeFormatter asctime = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US)
                .withZone(ZoneOffset.UTC);
        return List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850, asctime);
    }
}
