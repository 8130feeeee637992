package io.quantumlayer.samples.benchmarks.engine;

import java.nio.charset.StandardCharsets;

/** The payload of every run and step: 1 KB of JSON text. */
final class Payload {
    private static final int LENGTH = 1024 - 2;

    private Payload() {}

    static String text() {
        return "x".repeat(LENGTH);
    }

    static byte[] json() {
        return ('"' + text() + '"').getBytes(StandardCharsets.UTF_8);
    }
}
