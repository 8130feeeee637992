package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.security.Severity;

/**
 * What every rule says when it fits, whether it stands in a table or in code.
 *
 * @param id its stable id, such as {@code secret.aws-access-key}
 * @param severity how bad a match is
 * @param message what a match is and how to mend it
 */
record Rule(String id, Severity severity, String message) {}
