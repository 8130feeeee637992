package io.quantumlayer.api.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 content digest, printed as {@code sha256:} and 64 lower-case hex digits. Equal by value.
 *
 * @param hex the 64 lower-case hex digits
 */
public record Digest(String hex) implements Comparable<Digest> {
    private static final int DIGITS = 64;
    private static final String PREFIX = "sha256:";

    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException if they are not 64 lower-case hex digits
     */
    public Digest {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("a digest is 64 lower-case hex digits, not '" + hex + "'");
        }
    }

    private static boolean isHex(String text) {
        boolean hex = text.length() == DIGITS;
        for (int i = 0; hex && i < DIGITS; i++) {
            char c = text.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return hex;
    }

    /**
     * Digests bytes.
     *
     * @param content what to digest
     * @return its SHA-256
     */
    public static Digest of(byte[] content) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(content)));
    }

    /**
     * Digests the UTF-8 form of a text.
     *
     * @param content what to digest
     * @return its SHA-256
     */
    public static Digest of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the printed form.
     *
     * @param text {@code sha256:} and 64 hex digits
     * @return the digest
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Digest parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a digest starts with " + PREFIX + ", not '" + text + "'");
        }
        return new Digest(text.substring(PREFIX.length()));
    }

    /**
     * Returns a fresh SHA-256 for streaming callers.
     *
     * @return a new message digest
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }
}
