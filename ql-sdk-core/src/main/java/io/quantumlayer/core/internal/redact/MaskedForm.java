package io.quantumlayer.core.internal.redact;

/**
 * One text to mask.
 *
 * @param text the text
 * @param word whether only to mask it where no letter or digit touches it
 */
record MaskedForm(String text, boolean word) {
    boolean occursAt(String in, int start) {
        int end = start + text.length();
        return !word || (isOutside(in, start - 1) && isOutside(in, end));
    }

    /** How many characters of this form may stand at the end of a text without it being known what follows. */
    int undecided(String in) {
        int longest = Math.min(word ? text.length() : text.length() - 1, in.length());
        for (int length = longest; length > 0; length--) {
            if (in.regionMatches(in.length() - length, text, 0, length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isOutside(String in, int at) {
        return at < 0 || at >= in.length() || !Character.isLetterOrDigit(in.charAt(at));
    }
}
