package io.quantumlayer.security.internal.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The content of a file as rules see it: one character a byte, so that any content is a text and none is malformed.
 *
 * @param path the path within the source
 * @param content the text; of a file that is no text without its zero bytes, which shows UTF-16 as well
 * @param binary whether it is no text
 */
record SourceText(String path, String content, boolean binary) {
    static SourceText of(String path, byte[] bytes) {
        byte[] dense = withoutZeros(bytes);
        return new SourceText(path, new String(dense, StandardCharsets.ISO_8859_1), dense.length < bytes.length);
    }

    /** Whether its first line says what runs it. */
    boolean script() {
        return content.startsWith("#!");
    }

    private static byte[] withoutZeros(byte[] bytes) {
        byte[] dense = new byte[bytes.length];
        int length = 0;
        for (byte b : bytes) {
            if (b != 0) {
                dense[length++] = b;
            }
        }
        return Arrays.copyOf(dense, length);
    }
}
