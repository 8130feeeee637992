package io.quantumlayer.core.internal.redact;

import java.util.List;

/** Finds a password in an address, as in {@code https://user:password@host}. */
final class UrlCredentials {
    private static final String SCHEME_END = "://";
    private static final String ENDS = "/?#\"'<>{}";
    private static final int MAX_USER_INFO = 512;

    private UrlCredentials() {}

    static void look(String text, List<Sighting> found) {
        int mark = text.indexOf(SCHEME_END);
        while (mark >= 0) {
            int start = mark + SCHEME_END.length();
            int colon = passwordStart(text, start);
            if (colon >= 0) {
                found.add(new Sighting(colon, "a password in an address"));
            }
            mark = text.indexOf(SCHEME_END, start);
        }
    }

    /** Returns where the password begins, or -1 if the address has none. */
    private static int passwordStart(String text, int start) {
        int colon = -1;
        int limit = Math.min(text.length(), start + MAX_USER_INFO);
        for (int at = start; at < limit; at++) {
            char c = text.charAt(at);
            if (c == '@') {
                return colon >= 0 && at > colon && text.charAt(colon) != '$' && text.charAt(colon) != '*' ? colon : -1;
            }
            if (Character.isWhitespace(c) || ENDS.indexOf(c) >= 0) {
                return -1;
            }
            if (c == ':' && colon < 0) {
                colon = at + 1;
            }
        }
        return -1;
    }
}
