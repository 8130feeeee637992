package io.quantumlayer.security.internal.source;

/** Counts lines and columns of a text that only moves on, as editors count them: in UTF-16 units of UTF-8 bytes. */
final class LineCount {
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;
    private static final int FOUR_BYTES = 0xF0;

    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    LineCount(String text) {
        this.text = text;
    }

    void moveTo(int target) {
        for (; at < target; at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                column = 1;
            } else {
                column += width(c);
            }
        }
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    private static int width(char c) {
        if ((c & CONTINUATION_MASK) == CONTINUATION) {
            return 0;
        }
        return c >= FOUR_BYTES ? 2 : 1;
    }
}
