package io.quantumlayer.security.internal.signing;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** One block of a PEM text. */
public final class Pem {
    private static final int MAX_LENGTH = 64 * 1024;
    private static final String DASHES = "-----";

    private Pem() {}

    /** Reads the only block of a type, or refuses the text. */
    public static byte[] read(String pem, String type) {
        return find(pem, type)
                .orElseThrow(() -> new QuantumLayerException(Failure.of(
                        ErrorType.VALIDATION,
                        "signing.pem",
                        "The text is no PEM block of type " + type + "; it begins with -----BEGIN " + type
                                + "-----.")));
    }

    /** Reads the first block of a type. */
    public static Optional<byte[]> find(String pem, String type) {
        String begin = DASHES + "BEGIN " + type + DASHES;
        int start = pem.length() > MAX_LENGTH ? -1 : pem.indexOf(begin);
        int end = pem.indexOf(DASHES + "END " + type + DASHES);
        if (start < 0 || end < start) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes a block. */
    public static String write(String type, byte[] content) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return DASHES + "BEGIN " + type + DASHES + "\n" + body + "\n" + DASHES + "END " + type + DASHES + "\n";
    }

    /** Names a public key as bundles do: the base64 form of the SHA-256 of its encoding. */
    public static String hint(byte[] encoded) {
        return Base64.getEncoder().encodeToString(Digest.sha256().digest(encoded));
    }
}
