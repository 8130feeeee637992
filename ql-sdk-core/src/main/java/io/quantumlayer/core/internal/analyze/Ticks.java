package io.quantumlayer.core.internal.analyze;

import java.util.regex.Pattern;

/** Reads the signs with which lists tell what is in and what is out: {@code [ ] payments}, {@code uploads: ✘}. */
final class Ticks {
    private static final String OUT = "(?:[✘✗✖❌⛔☐]|🚫|👎|\\[ ?\\])\\uFE0F?";
    private static final String IN = "(?:[✔✓✅☑]|👍)\\uFE0F?";
    private static final Pattern OUT_BEFORE = Pattern.compile(OUT + "\\s*$");
    private static final Pattern IN_BEFORE = Pattern.compile(IN + "\\s*$");
    private static final Pattern OUT_AFTER = Pattern.compile("^[ \\t:|=-]*" + OUT + "[ \\t]*[,;|.)\\r\\n]");
    private static final Pattern OUT_LAST = Pattern.compile("^[ \\t:|=-]*" + OUT);
    private static final int REACH = 4;

    private Ticks() {}

    /** Says whether a sign rules out the item of a list that a thing stands in. */
    static boolean isOut(Text text, Lexicon.Hit hit) {
        for (int at = hit.from(); at >= 0 && at > hit.from() - REACH; at--) {
            String gap = text.gap(at);
            if (OUT_BEFORE.matcher(gap).find()) {
                return true;
            }
            if (IN_BEFORE.matcher(gap).find()) {
                return false;
            }
            if (text.token(at).afterPause() || !text.sameSentence(at - 1, at)) {
                break;
            }
        }
        boolean last = hit.to() >= text.size();
        return (last ? OUT_LAST : OUT_AFTER)
                .matcher(text.gapAfter(hit.to() - 1))
                .find();
    }
}
