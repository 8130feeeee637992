package io.quantumlayer.api.placement;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Who says a fact, and when it was read.
 *
 * @param title what was read, as a page's title or {@code observed by the local provider}; not blank
 * @param asOf the day on which it was read
 * @param confirmed false for what is commonly quoted but was not found where the vendor says it
 */
public record FactSource(String title, LocalDate asOf, boolean confirmed) {
    /**
     * Refuses a source without a title.
     *
     * @throws IllegalArgumentException if the title is blank
     */
    public FactSource {
        Objects.requireNonNull(asOf, "asOf");
        if (title.isBlank()) {
            throw new IllegalArgumentException("The title of a fact's source must not be blank");
        }
    }

    /** Returns one line, as {@code SLA page, 2026-10-01, unconfirmed}. */
    @Override
    public String toString() {
        return title + ", " + asOf + (confirmed ? "" : ", unconfirmed");
    }
}
