package io.quantumlayer.core.internal.ledger;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.RunId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Computes effect keys: 26 characters {@code [a-z0-9]}, equal for equal parts and for nothing else. */
public final class EffectKeys {
    private static final int LENGTH = 26;
    private static final int RADIX = 36;

    private EffectKeys() {}

    /**
     * Computes the key of one effect.
     *
     * @param run tenant, application and run
     * @param placement which placement of the run, from 0
     * @param operation the operation's id
     * @param resource the name of what it makes
     * @return the key
     */
    public static String of(RunId run, int placement, String operation, String resource) {
        String parts = String.join("\n", run.toString(), Integer.toString(placement), operation, resource);
        String digits = new BigInteger(1, digest(parts)).toString(RADIX);
        return (digits + "0".repeat(LENGTH)).substring(0, LENGTH);
    }

    private static byte[] digest(String parts) {
        return Digest.sha256().digest(parts.getBytes(StandardCharsets.UTF_8));
    }
}
