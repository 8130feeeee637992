package io.quantumlayer.api.spi.provider;

import java.util.List;

/**
 * A page of an application's log.
 *
 * @param lines the lines, oldest first, redacted by core before a caller sees them
 * @param next the cursor to go on from
 */
public record LogPage(List<String> lines, String next) {
    /** Copies the list. */
    public LogPage {
        lines = List.copyOf(lines);
    }
}
