package io.quantumlayer.api.spi.probe;

import io.quantumlayer.api.evidence.Digest;
import java.time.Duration;

/**
 * What was answered to a probe.
 *
 * @param status the HTTP status
 * @param raw the hash of status, headers and the first 64 KiB of the body
 * @param latency from sending to the last byte read
 */
public record ProbeAnswer(int status, Digest raw, Duration latency) {}
