package io.quantumlayer.api.spi.signing;

/**
 * An in-toto statement whose signature was verified.
 *
 * @param predicateType the URI that says what the predicate means
 * @param json the statement, exactly as it was signed
 */
public record SignedStatement(String predicateType, String json) {}
