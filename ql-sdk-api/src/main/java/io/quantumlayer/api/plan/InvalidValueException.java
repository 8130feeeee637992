package io.quantumlayer.api.plan;

import java.util.Objects;

/**
 * Thrown by a typed value that refuses what it is given, with enough said to report it at any path of a plan.
 *
 * <p>The message names the rule, the shown form of the value and the hint. A type that may be handed a secret passes
 * {@link Violation#MASK} instead of the value.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String value;
    private final String hint;

    /**
     * Creates the refusal of one value.
     *
     * @param rule what must hold, as a phrase that completes "must"
     * @param value the refused value as text; shortened, control characters escaped
     * @param hint how to fix it
     */
    public InvalidValueException(String rule, String value, String hint) {
        this(new Violation("value", rule, value, hint));
    }

    private InvalidValueException(Violation violation) {
        super("must " + violation.rule() + ", but was '" + violation.value() + "': " + violation.hint());
        this.rule = violation.rule();
        this.value = violation.value();
        this.hint = violation.hint();
    }

    /**
     * Returns this refusal as a mistake at a place of a plan.
     *
     * @param path the place, as {@code monthlyBudget} or {@code secrets.DB}
     * @return the mistake, its value masked where the path may hold a secret
     */
    public Violation at(String path) {
        return new Violation(Objects.requireNonNull(path, "path"), rule, value, hint);
    }
}
