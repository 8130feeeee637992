package io.quantumlayer.api.plan;

import java.util.Objects;

/**
 * A hard limit that the caller lifts by name; it stands in evidence and report, and no fallback ever adds one.
 *
 * @param limit the limit's name, as {@code budget}
 * @param reason why, 1 to {@value #MAX_REASON} characters
 */
public record Waiver(String limit, String reason) {
    /** The longest reason, in characters. */
    public static final int MAX_REASON = 500;

    /**
     * Checks name and reason.
     *
     * @throws InvalidValueException if the name is none or the reason blank or too long
     */
    public Waiver {
        PlanText.LIMIT.require(limit);
        Objects.requireNonNull(reason, "reason");
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new InvalidValueException(
                    "give a reason of 1 to " + MAX_REASON + " characters",
                    reason.length() + " characters",
                    "say why the limit does not hold here");
        }
    }
}
