package io.quantumlayer.api.security;

/**
 * What a scanner saw in one place. Neither rule nor message ever holds the secret value that was found.
 *
 * @param fingerprint stable over runs and line shifts: rule, path and the hash of what was matched
 * @param rule what was matched
 * @param location where it is
 * @param message what it is here and how to mend it
 */
public record Finding(String fingerprint, Rule rule, Location location, String message) {
    /**
     * Creates a finding that says what its rule says.
     *
     * @param fingerprint stable over runs and line shifts
     * @param rule what was matched
     * @param location where it is
     * @return the finding
     */
    public static Finding of(String fingerprint, Rule rule, Location location) {
        return new Finding(fingerprint, rule, location, rule.summary());
    }

    /**
     * Says how bad it is.
     *
     * @return the rule's severity
     */
    public Severity severity() {
        return rule.severity();
    }
}
