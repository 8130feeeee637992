package io.quantumlayer.core.internal.secrets;

/** Is told every secret value that is given out, so that it can be masked from then on. Thread-safe. */
@FunctionalInterface
public interface SecretSink {
    /**
     * Takes note of a value.
     *
     * @param value the secret value
     */
    void learn(String value);
}
