package io.quantumlayer.api.plan;

import java.util.List;
import java.util.Objects;

/**
 * One mistake in a plan: where it is, which rule it breaks, what stood there and how to fix it.
 *
 * <p>The value of a path that may hold a secret is always {@link #MASK}, whatever was passed; any other value is cut
 * after {@value #MAX_SHOWN} characters, and control characters are escaped, so that a mistake can be logged as it is.
 *
 * @param path the place in the plan's file form, as {@code port} or {@code environment.MODE}
 * @param rule what must hold, as a phrase that completes "must"
 * @param value the refused value as it may be shown; empty if nothing was given
 * @param hint how to fix it; may be empty
 */
public record Violation(String path, String rule, String value, String hint) {
    /** What stands in place of a value that may be a secret. */
    public static final String MASK = "***";

    /** The longest value shown, in characters. */
    public static final int MAX_SHOWN = 80;

    private static final List<String> SECRET_BEARING =
            List.of("secrets", "bindings", "environment", "command", "source.requirement");

    /** Masks and shortens what must not be shown. */
    public Violation {
        path = printable(Objects.requireNonNull(path, "path"));
        Objects.requireNonNull(rule, "rule");
        value = isSecretBearing(path) ? MASK : printable(Objects.requireNonNull(value, "value"));
        Objects.requireNonNull(hint, "hint");
    }

    /**
     * Tells whether values at a path are never shown.
     *
     * @param path a place in a plan
     * @return true for secrets, bindings, environment, command and the requirement's text
     */
    public static boolean isSecretBearing(String path) {
        return SECRET_BEARING.stream()
                .anyMatch(bearing ->
                        path.equals(bearing) || path.startsWith(bearing + ".") || path.startsWith(bearing + "["));
    }

    /** Returns one line: path, rule, value and hint. */
    @Override
    public String toString() {
        String shown = value.isEmpty() ? "" : ", but was '" + value + "'";
        return path + " must " + rule + shown + (hint.isEmpty() ? "" : ": " + hint);
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        int kept = Math.min(text.length(), MAX_SHOWN);
        for (int i = 0; i < kept; i++) {
            char c = text.charAt(i);
            // Anything outside printable ASCII could move a terminal's cursor or reverse the reading direction.
            shown.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.length() > MAX_SHOWN ? shown + "..." : shown.toString();
    }
}
