package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.security.Rule;
import java.util.List;
import java.util.Optional;

/** A rule for contents: at which words to try it, what a match looks like, and how sure it must be. Immutable. */
interface TextRule {
    /**
     * What a rule found.
     *
     * @param rule the rule
     * @param at where the match begins
     * @param start where the value begins
     * @param end where the value ends
     */
    record Hit(TextRule rule, int at, int start, int end) {}

    /** Its place among all rules. */
    int number();

    /** What a match is. */
    Rule rule();

    /** The words at which a match is tried, in lower case. */
    List<String> starts();

    /** Whether it is for a file; in one that is no text only rules that need no context are. */
    boolean isFor(SourceText text);

    /** Whether a match may begin here, by what stands before: an escape such as {@code \n} ends no word. */
    boolean mayBegin(String text, int at);

    /** The part of a text that a match tried here may read. */
    Window window(String text, int at);

    /** What is found in a window, if it is a match whose value is a secret. */
    Optional<Hit> match(SourceText text, Window window, Placeholders placeholders);

    /** Whether a letter or digit stands before a place, so that no word begins there. */
    static boolean withinWord(String text, int at) {
        return at > 0
                && alphanumeric(text.charAt(at - 1))
                && (at < 2 || text.charAt(at - 2) != '\\')
                && (at < 3 || text.charAt(at - 3) != '%');
    }

    private static boolean alphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
