package io.quantumlayer.security.internal.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a path as a relative reference of RFC 3986. */
final class FileUri {
    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private FileUri() {}

    static String of(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (plain(c)) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }

    private static boolean plain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }
}
