package io.quantumlayer.api.plan;

/**
 * Where data must stay: a hard limit on placements, never relaxed by a fallback.
 *
 * @param code an ISO 3166-1 alpha-2 country, or a group of countries, as {@code EU} or {@code EEA}; upper case
 */
public record Residency(String code) {
    /** The member states of the European Union. */
    public static final Residency EU = new Residency("EU");

    /** The European Economic Area. */
    public static final Residency EEA = new Residency("EEA");

    /**
     * Checks the code's form; whether an offering lies there is decided by its facts.
     *
     * @throws InvalidValueException if it is not two to eight upper-case letters
     */
    public Residency {
        PlanText.RESIDENCY.require(code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
