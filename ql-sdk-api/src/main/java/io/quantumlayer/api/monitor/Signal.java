package io.quantumlayer.api.monitor;

import java.time.Instant;

/**
 * One measured value of a running release.
 *
 * @param name the signal, such as {@code process.cpu.time} (OpenTelemetry names where one exists)
 * @param value the value
 * @param unit its UCUM unit, such as {@code s}, {@code By} or {@code 1}
 * @param at when it was read
 */
public record Signal(String name, double value, String unit, Instant at) {}
