package io.quantumlayer.security.internal.source;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.quantumlayer.api.security.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rule for contents: where a match begins, what it looks like, and how sure it must be of its value. Immutable. */
final class SheetRule implements TextRule {
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

    SheetRule(int number, RuleSheet.Entry entry) {
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

    @Override
    public int number() {
        return number;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public List<String> starts() {
        return starts;
    }

    @Override
    public boolean isFor(SourceText text) {
        boolean wanted = only.isEmpty() || only.holds(text.path()) || (text.script() && only.lists("#!"));
        return wanted && !unless.holds(text.path()) && !(text.binary() && (random || !only.isEmpty()));
    }

    @Override
    public boolean mayBegin(String text, int at) {
        return anywhere || !TextRule.withinWord(text, at);
    }

    @Override
    public Window window(String text, int at) {
        return new Window(text, at, Math.min(text.length(), at + reach));
    }

    @Override
    public Optional<Hit> match(SourceText text, Window window, Placeholders placeholders) {
        Matcher matcher = pattern.matcher(window);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int group = Math.min(1, matcher.groupCount());
        String found = matcher.group(group);
        SecretValue value = new SecretValue(found);
        boolean secret = value.entropy() >= entropy && (!random || value.random()) && !placeholders.hold(found);
        int at = window.start();
        return secret
                ? Optional.of(new Hit(this, at, at + matcher.start(group), at + matcher.end(group)))
                : Optional.empty();
    }
}
