package io.quantumlayer.provider.local.forwarder;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a running forwarder says about itself once it accepts connections.
 *
 * @param listenPort the port of the stable address, on loopback
 * @param controlPort where it takes commands, on loopback; another one after each start
 * @param pid its process
 * @param startedAt when that process started; with the pid it names one process for ever
 */
public record ForwarderReady(int listenPort, int controlPort, long pid, Instant startedAt) {

    private static final Duration CLOCK_SHIFT = Duration.ofSeconds(2);

    /** The running process, empty when it has ended (its pid may name another process since). */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        handle.info().startInstant().map(this::startedThen).orElse(false));
    }

    /** The kernel tells start times relative to a boot time that moves a little when the clock is set. */
    private boolean startedThen(Instant told) {
        return Duration.between(startedAt, told).abs().compareTo(CLOCK_SHIFT) <= 0;
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("listenPort", Integer.toString(listenPort));
        fields.put("controlPort", Integer.toString(controlPort));
        fields.put("pid", Long.toString(pid));
        fields.put("startedAt", startedAt.toString());
        return fields;
    }

    /** Empty when the fields are not those of a ready forwarder. */
    static Optional<ForwarderReady> of(Map<String, String> fields) {
        try {
            return Optional.of(new ForwarderReady(
                    Integer.parseInt(fields.getOrDefault("listenPort", "")),
                    Integer.parseInt(fields.getOrDefault("controlPort", "")),
                    Long.parseLong(fields.getOrDefault("pid", "")),
                    Instant.parse(fields.getOrDefault("startedAt", ""))));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty(); // absent or written by something else: either way nobody is ready
        }
    }
}
