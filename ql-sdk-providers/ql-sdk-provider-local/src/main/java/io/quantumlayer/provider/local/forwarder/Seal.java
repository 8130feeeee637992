package io.quantumlayer.provider.local.forwarder;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a line comes from someone who knows the token, without sending the token.
 *
 * <p>A forwarder that died may leave its control port to any other program; a client that sent the token itself would
 * hand it over. The nonce of the connection makes a seal worthless on any other one.
 */
final class Seal {

    /** Which way a line goes, so that nobody can send a line back to its author. */
    enum Way {
        REQUEST,
        ANSWER
    }

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Seal(byte[] token) {
        this.key = new SecretKeySpec(token, ALGORITHM);
    }

    /** The seal of {@code text}: 64 hexadecimal digits. */
    String of(Way way, String nonce, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] bytes = (way + "\n" + nonce + "\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must offer " + ALGORITHM, e);
        }
    }

    /** Puts the seal in front of {@code text}. */
    String seal(Way way, String nonce, String text) {
        return of(way, nonce, text) + " " + text;
    }

    /** Whether {@code line} is a sealed text; takes equally long wherever a wrong seal differs. */
    boolean fits(Way way, String nonce, String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return false;
        }
        byte[] claimed = line.substring(0, space).getBytes(StandardCharsets.UTF_8);
        byte[] right = of(way, nonce, text(line)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, claimed);
    }

    /** What follows the seal of a line that {@link #fits}. */
    static String text(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
