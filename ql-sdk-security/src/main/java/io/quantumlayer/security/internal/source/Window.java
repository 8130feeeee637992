package io.quantumlayer.security.internal.source;

/** A part of a text that counts what a matcher reads of it, which is what the match costs. */
final class Window implements CharSequence {
    private final String text;
    private final int start;
    private final int end;
    private int read;

    Window(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** Where it begins in the text. */
    int start() {
        return start;
    }

    /** How many characters were read, one that was read twice counting twice. */
    int read() {
        return read;
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public char charAt(int index) {
        read++;
        return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.substring(start + from, start + to);
    }

    @Override
    public String toString() {
        return text.substring(start, end);
    }
}
