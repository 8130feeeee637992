package io.quantumlayer.provider.local.forwarder;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened since the process started. */
final class Tally {

    private final Map<ForwarderCount, LongAdder> values = new EnumMap<>(ForwarderCount.class);

    void add(ForwarderCount count, long amount) {
        values.computeIfAbsent(count, unused -> new LongAdder()).add(amount);
    }

    long value(ForwarderCount count) {
        LongAdder value = values.get(count);
        return value == null ? 0 : value.sum();
    }
}
