package io.quantumlayer.api.security;

/**
 * What a scanner saw in one place. The message names the rule's reason, never the secret value that was found.
 *
 * @param fingerprint stable over runs and line shifts: rule, path and the hash of what was matched
 * @param rule the rule's id, such as {@code secret.aws-access-key}
 * @param severity how bad it is
 * @param location where it is, as {@code path} or {@code path:line}, relative to the scanned root
 * @param message what it is and how to mend it
 */
public record Finding(String fingerprint, String rule, Severity severity, String location, String message) {}
