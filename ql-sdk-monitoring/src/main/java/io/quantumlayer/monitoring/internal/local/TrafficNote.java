package io.quantumlayer.monitoring.internal.local;

import io.quantumlayer.api.monitor.Signal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the forwarder of an application notes of its traffic: {@code name=value} lines with {@code at}, the counts of
 * its stable address, {@code open.RELEASE} for each release with a way to it, and the answer times of the last minute.
 */
final class TrafficNote {
    private static final String OPEN = "open.";
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, String> fields = new LinkedHashMap<>();

    TrafficNote(String text) {
        text.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int equals = line.indexOf('=');
            fields.put(line.substring(0, equals), line.substring(equals + 1));
        });
    }

    /**
     * The signals of a release that has traffic. A note that is old, malformed or of other releases gives none: the
     * numbers of another release, or of a forwarder that ended, would be claims about this one.
     */
    List<Signal> signals(String release, Instant now) {
        try {
            Instant at = Instant.parse(field("at"));
            if (!fields.containsKey(OPEN + release)
                    || Duration.between(at, now).abs().compareTo(FRESH) > 0) {
                return List.of();
            }
            List<Signal> signals = new ArrayList<>();
            signals.add(new Signal("traffic.connections.open", count(OPEN + release), "{connection}", at));
            signals.add(new Signal("traffic.connections.accepted", count("ACCEPTED"), "{connection}", at));
            signals.add(new Signal("traffic.connections.failed", count("FAILED_CONNECTS"), "{connection}", at));
            if (alone() && count("answers") > 0) {
                signals.add(new Signal("traffic.answers", count("answers"), "{answer}", at));
                for (String share : List.of("p50", "p95", "p99")) {
                    signals.add(new Signal("traffic.first_byte.duration." + share, seconds(share), "s", at));
                }
            }
            return signals;
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return List.of();
        }
    }

    /** While a former release drains, the note does not say whose the answer times are. */
    private boolean alone() {
        return fields.keySet().stream().filter(key -> key.startsWith(OPEN)).count() == 1;
    }

    private long count(String name) {
        return Long.parseLong(field(name));
    }

    private double seconds(String name) {
        return Duration.parse(field(name)).toNanos() / NANOS_PER_SECOND;
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
