package io.quantumlayer.security.internal.source;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rule for contents: where a match begins, what it looks like, and how sure it must be of its value. Immutable. */
final class TextRule {
    private static final int REACH = 256;

    private final int number;
    private final Rule rule;
    private final Pattern pattern;
    private final int reach;
    private final double entropy;
    private final boolean anywhere;
    private final boolean random;
    private final FileNames only;
    private final FileNames unless;
    private final List<String> starts;

    TextRule(int number, RuleSheet.Entry entry) {
        this.number = number;
        this.rule = entry.rule();
        // Bound to the beginning in the pattern itself: only then does the matcher stop where no match is possible any
        // more.
        this.pattern = Pattern.compile("\\A(?:" + entry.required("pattern") + ")");
        this.reach = entry.optional("reach").map(Integer::parseInt).orElse(REACH);
        this.entropy = entry.optional("entropy").map(Double::parseDouble).orElse(0.0);
        this.anywhere = entry.yes("anywhere");
        this.random = entry.yes("random");
        this.only = new FileNames(entry.words("only"));
        this.unless = new FileNames(entry.words("unless"));
        this.starts = entry.words("starts").stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * What a rule found.
     *
     * @param rule the rule
     * @param at where the match begins
     * @param start where the value begins
     * @param end where the value ends
     */
    record Hit(TextRule rule, int at, int start, int end) {}

    /** Its place in the table. */
    int number() {
        return number;
    }

    Rule rule() {
        return rule;
    }

    /** The words by which a match begins, in lower case. */
    List<String> starts() {
        return starts;
    }

    /** Whether it is for a file; in one that is no text only rules that need no context are. */
    boolean isFor(SourceText text) {
        boolean wanted = only.isEmpty() || only.holds(text.path()) || (text.script() && only.lists("#!"));
        return wanted && !unless.holds(text.path()) && !(text.binary() && (random || !only.isEmpty()));
    }

    /** Whether a match may begin here, by what stands before: an escape such as {@code \n} ends no word. */
    boolean mayBegin(String text, int at) {
        return anywhere
                || at == 0
                || !alphanumeric(text.charAt(at - 1))
                || (at >= 2 && text.charAt(at - 2) == '\\')
                || (at >= 3 && text.charAt(at - 3) == '%');
    }

    /** The part of a text that a match from here on may read. */
    Window window(String text, int at) {
        return new Window(text, at, Math.min(text.length(), at + reach));
    }

    /** What stands at the beginning of a window, if it is a match whose value is a secret. */
    Optional<Hit> match(Window window, Placeholders placeholders) {
        Matcher matcher = pattern.matcher(window);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int group = Math.min(1, matcher.groupCount());
        String text = matcher.group(group);
        SecretValue value = new SecretValue(text);
        boolean secret = value.entropy() >= entropy && (!random || value.random()) && !placeholders.hold(text);
        int at = window.start();
        return secret
                ? Optional.of(new Hit(this, at, at + matcher.start(group), at + matcher.end(group)))
                : Optional.empty();
    }

    private static boolean alphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
