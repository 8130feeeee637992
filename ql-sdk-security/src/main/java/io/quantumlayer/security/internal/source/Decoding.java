package io.quantumlayer.security.internal.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what stands encoded in a text: in base64, in hexadecimal or as a URL. Only what decodes to printable text
 * counts, so that digests and keys do not. Its time is linear in the length of the text.
 */
final class Decoding {
    private static final int SHORTEST_BASE64 = 24;
    private static final int SHORTEST_HEX = 32;
    private static final int SHORTEST_URL = 3;
    private static final int ASCII = 128;
    private static final boolean[] IN_BASE64 = kind(from('a', 'z') + from('A', 'Z') + from('0', '9') + "+/-_");
    private static final boolean[] IN_HEX = kind(from('a', 'f') + from('A', 'F') + from('0', '9'));
    private static final boolean[] IN_URL = kind(from('#', '&') + from('(', '~') + '!');
    private static final int LONGEST = 1 << 20;
    private static final int QUANTUM = 4;
    private static final int PROBE = 24;

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    private Decoding(String text) {
        this.text = text;
    }

    /**
     * A part of a text and what it says.
     *
     * @param at where it begins
     * @param text what it says
     */
    record Part(int at, String text) {}

    /** The parts in the order of their beginnings. */
    static List<Part> of(String text) {
        Decoding decoding = new Decoding(text);
        decoding.runs(IN_BASE64, SHORTEST_BASE64, decoding::base64);
        decoding.runs(IN_HEX, SHORTEST_HEX, decoding::hex);
        if (text.indexOf('%') >= 0) {
            decoding.runs(IN_URL, SHORTEST_URL, decoding::url);
        }
        decoding.parts.sort(Comparator.comparingInt(Part::at));
        return decoding.parts;
    }

    /** Takes a run of characters of one kind. */
    private interface Taker {
        void take(int start, int end);
    }

    /** Looks at every character of a long run, but only at each so many else: a run that is long enough holds one. */
    private void runs(boolean[] kind, int shortest, Taker taker) {
        int length = text.length();
        int at = shortest - 1;
        while (at < length) {
            if (!in(kind, at)) {
                at += shortest;
                continue;
            }
            int start = at;
            while (start > 0 && in(kind, start - 1)) {
                start--;
            }
            int end = at + 1;
            while (end < length && in(kind, end)) {
                end++;
            }
            if (end - start >= shortest) {
                taker.take(start, Math.min(end, start + LONGEST));
            }
            at = end + shortest;
        }
    }

    private boolean in(boolean[] kind, int at) {
        char c = text.charAt(at);
        return c < kind.length && kind[c];
    }

    private static boolean[] kind(String characters) {
        boolean[] kind = new boolean[ASCII];
        characters.chars().forEach(c -> kind[c] = true);
        return kind;
    }

    private static String from(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private void base64(int start, int end) {
        int whole = end - ((end - start) % QUANTUM == 1 ? 1 : 0);
        String run = text.substring(start, whole).replace('-', '+').replace('_', '/');
        if (printable(Base64.getDecoder().decode(run.substring(0, PROBE)))) {
            add(start, Base64.getDecoder().decode(run));
        }
    }

    private void hex(int start, int end) {
        int whole = end - (end - start) % 2;
        if (printable(HexFormat.of().parseHex(text, start, start + PROBE))) {
            add(start, HexFormat.of().parseHex(text, start, whole));
        }
    }

    private void url(int start, int end) {
        byte[] bytes = new byte[end - start];
        int length = 0;
        boolean coded = false;
        for (int at = start; at < end; at++) {
            boolean code = text.charAt(at) == '%'
                    && at + 2 < end
                    && HexFormat.isHexDigit(text.charAt(at + 1))
                    && HexFormat.isHexDigit(text.charAt(at + 2));
            bytes[length++] = (byte) (code ? HexFormat.fromHexDigits(text, at + 1, at + 3) : text.charAt(at));
            at += code ? 2 : 0;
            coded |= code;
        }
        if (coded) {
            add(start, Arrays.copyOf(bytes, length));
        }
    }

    private void add(int at, byte[] bytes) {
        if (printable(bytes)) {
            parts.add(new Part(at, new String(bytes, StandardCharsets.ISO_8859_1)));
        }
    }

    private static boolean printable(byte[] bytes) {
        for (byte b : bytes) {
            if ((b < ' ' && b != '\n' && b != '\r' && b != '\t') || b == 0x7f) {
                return false;
            }
        }
        return bytes.length > 0;
    }
}
