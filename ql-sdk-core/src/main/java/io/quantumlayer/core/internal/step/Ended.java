package io.quantumlayer.core.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.core.internal.codec.Json;

/**
 * A finished step whose value is not decoded.
 *
 * @param report the report
 * @param value the value
 */
record Ended(JsonNode report, JsonNode value) {
    static Ended of(byte[] output) {
        return Json.read(output, Ended.class);
    }
}
