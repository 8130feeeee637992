package io.quantumlayer.api.plan;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a plan that cannot be accepted; it carries every mistake at once, in the order of the plan's fields. */
public final class InvalidPlanException extends QuantumLayerException {
    /** The stable code of this error. */
    public static final String CODE = "PLAN_INVALID";

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Creates the refusal of one plan.
     *
     * @param violations every mistake found, at least one
     * @throws IllegalArgumentException if there is none
     */
    public InvalidPlanException(List<Violation> violations) {
        super(Failure.of(ErrorType.VALIDATION, CODE, message(violations)), null);
        this.violations = List.copyOf(violations);
    }

    /**
     * Returns every mistake.
     *
     * @return an unmodifiable list, never empty
     */
    public List<Violation> violations() {
        return violations;
    }

    private static String message(List<Violation> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("An invalid plan has at least one violation");
        }
        String count = violations.size() == 1 ? "1 mistake" : violations.size() + " mistakes";
        return violations.stream()
                .map(violation -> "\n  - " + violation)
                .collect(Collectors.joining("", "The plan has " + count + ":", ""));
    }
}
