package io.quantumlayer.provider.local.forwarder;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a forwarder saw, at the moment it was asked; immutable. */
public final class ForwarderStats {

    /**
     * How long the release that receives the traffic took to answer, over the last minute since it was switched to.
     *
     * <p>Each request counts, from its first byte (with the connect, for the first one of a connection) to the first
     * byte of its answer. The times are at most an eighth too long and never too short.
     *
     * @param answers how many answers the times are taken from; with 0 the times are zero and mean nothing
     * @param p50 half of the answers came within this time
     * @param p95 19 of 20 answers came within this time
     * @param p99 99 of 100 answers came within this time
     */
    public record Latency(long answers, Duration p50, Duration p95, Duration p99) {}

    private static final String OPEN_PREFIX = "open.";

    private final Map<ForwarderCount, Long> counts;
    private final Map<String, Integer> open;
    private final Latency latency;

    private ForwarderStats(Map<ForwarderCount, Long> counts, Map<String, Integer> open, Latency latency) {
        this.counts = Collections.unmodifiableMap(counts);
        this.open = Collections.unmodifiableMap(open);
        this.latency = latency;
    }

    /** One count since the process started. */
    public long count(ForwarderCount count) {
        return counts.getOrDefault(count, 0L);
    }

    /** Open connections by release id; a former release stays while it drains. Unmodifiable. */
    public Map<String, Integer> open() {
        return open;
    }

    /** The answer times of the release that receives the traffic. */
    public Latency latency() {
        return latency;
    }

    @Override
    public String toString() {
        return "ForwarderStats[counts=" + counts + ", open=" + open + ", latency=" + latency + "]";
    }

    /** What {@link #of} reads, as it is now. */
    static Map<String, String> fields(Switchboard switchboard, Tally tally) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (ForwarderCount count : ForwarderCount.values()) {
            fields.put(count.name(), Long.toString(tally.value(count)));
        }
        LatencyWindow.Snapshot latency = switchboard.latency();
        fields.put("answers", Long.toString(latency.total()));
        fields.put("p50", latency.quantile(0.50).toString());
        fields.put("p95", latency.quantile(0.95).toString());
        fields.put("p99", latency.quantile(0.99).toString());
        switchboard.open().forEach((release, open) -> fields.put(OPEN_PREFIX + release, open.toString()));
        return fields;
    }

    /** Throws {@link IllegalArgumentException} or a date-time exception when a field is missing or malformed. */
    static ForwarderStats of(Map<String, String> fields) {
        Map<ForwarderCount, Long> counts = new EnumMap<>(ForwarderCount.class);
        for (ForwarderCount count : ForwarderCount.values()) {
            counts.put(count, Long.valueOf(fields.getOrDefault(count.name(), "")));
        }
        Map<String, Integer> open = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (key.startsWith(OPEN_PREFIX)) {
                open.put(key.substring(OPEN_PREFIX.length()), Integer.valueOf(value));
            }
        });
        Latency latency = new Latency(
                Long.parseLong(fields.getOrDefault("answers", "")),
                duration(fields, "p50"),
                duration(fields, "p95"),
                duration(fields, "p99"));
        return new ForwarderStats(counts, open, latency);
    }

    private static Duration duration(Map<String, String> fields, String key) {
        return Duration.parse(fields.getOrDefault(key, ""));
    }
}
