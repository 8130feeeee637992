package io.quantumlayer.api.spi.probe;

import io.quantumlayer.api.evidence.Digest;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was answered to a probe.
 *
 * @param status the HTTP status
 * @param raw the hash of status, headers and the first 64 KiB of the body
 * @param latency from sending to the last byte read
 * @param headers the answer's headers, by lower-case name, the last value of each; as untrusted as the rest
 */
public record ProbeAnswer(int status, Digest raw, Duration latency, Map<String, String> headers) {
    /** Copies the headers in order. */
    public ProbeAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Makes an answer of whose headers nothing is said.
     *
     * @param status the HTTP status
     * @param raw the hash of what was answered
     * @param latency from sending to the last byte read
     */
    public ProbeAnswer(int status, Digest raw, Duration latency) {
        this(status, raw, latency, Map.of());
    }
}
