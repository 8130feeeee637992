package io.quantumlayer.security.internal.text;

/** Makes a text from outside harmless to print. */
public final class PlainText {
    private static final int LONGEST = 300;

    private PlainText() {}

    /**
     * Returns a text on one line, without what misleads readers, and of 300 characters at most.
     *
     * @param text any text
     * @return the harmless text
     */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            boolean misleads = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE;
            plain.appendCodePoint(misleads ? ' ' : c);
        });
        return plain.toString().strip();
    }
}
