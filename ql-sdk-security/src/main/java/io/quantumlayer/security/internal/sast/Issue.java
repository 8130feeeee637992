package io.quantumlayer.security.internal.sast;

import io.quantumlayer.api.security.Severity;
import java.util.List;

/**
 * What one engine says of one place.
 *
 * @param rule the engine's rule, such as {@code bandit.B602}
 * @param severity how bad
 * @param place where
 * @param message what it is, harmless to print
 * @param weaknesses CWE ids, such as {@code CWE-78}
 */
record Issue(String rule, Severity severity, Place place, String message, List<String> weaknesses) {
    /**
     * A place in a file.
     *
     * @param path the file within the source
     * @param line from 1
     * @param column from 1, or 0
     */
    record Place(String path, int line, int column) {}
}
