package io.quantumlayer.security.internal.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule of a pack. Its expression is tried around each of its keywords; where the keyword is how the expression
 * begins, only from there on.
 */
final class PackRule implements TextRule {
    private static final int BEFORE = 128;
    private static final int AFTER = 384;

    private final int number;
    private final Shape shape;
    private final AllowList allowed;

    PackRule(int number, Shape shape, AllowList allowed) {
        this.number = number;
        this.shape = shape;
        this.allowed = allowed;
    }

    /**
     * A rule as it stands in its pack.
     *
     * @param rule what a match is
     * @param matching how it is found
     * @param entropy bits per character that the value has at least
     * @param path the files it is for, or an expression that all paths fit
     * @param allowed what it excuses
     */
    record Shape(Rule rule, Matching matching, double entropy, Pattern path, AllowList allowed) {
        static Shape of(JsonNode json) {
            String id = "secret." + json.path("id").asText().toLowerCase(Locale.ROOT);
            String description = json.path("description").asText().strip();
            if (description.isEmpty() || description.length() > 300) {
                throw new IllegalArgumentException("its description must have 1 to 300 characters");
            }
            return new Shape(
                    Rule.of(id, severity(json), description),
                    Matching.of(json),
                    json.path("entropy").asDouble(),
                    Pattern.compile(json.path("path").asText()),
                    AllowList.of(json));
        }

        private static Severity severity(JsonNode json) {
            for (JsonNode tag : json.path("tags")) {
                String name = tag.asText().toUpperCase(Locale.ROOT);
                Optional<Severity> named = Arrays.stream(Severity.values())
                        .filter(s -> s.name().equals(name))
                        .findFirst();
                if (named.isPresent()) {
                    return named.get();
                }
            }
            return Severity.HIGH;
        }
    }

    /**
     * How a match is found.
     *
     * @param pattern the expression
     * @param group the group that is the secret; 0 stands for the first one, or the match if there is none
     * @param keywords where to try it, in lower case
     * @param atKeyword whether a match begins with the keyword
     * @param atWord whether a match begins with a word
     */
    record Matching(Pattern pattern, int group, List<String> keywords, boolean atKeyword, boolean atWord) {
        private static Matching of(JsonNode json) {
            String expression = json.path("regex").asText();
            List<String> keywords = new ArrayList<>();
            json.path("keywords").forEach(word -> keywords.add(word.asText().toLowerCase(Locale.ROOT)));
            boolean ascii =
                    keywords.stream().allMatch(w -> !w.isEmpty() && w.chars().allMatch(c -> c > 0 && c < 128));
            if (expression.isEmpty() || keywords.isEmpty() || !ascii) {
                throw new IllegalArgumentException("it needs a regex and at least one keyword of ASCII characters");
            }
            boolean atWord = expression.startsWith("\\b") || expression.startsWith("(?i)\\b");
            String beginning = expression
                    .replaceFirst("^(?:\\(\\?i\\))?(?:\\\\b)?\\(?", "")
                    .toLowerCase(Locale.ROOT);
            boolean atKeyword = keywords.size() == 1 && beginning.startsWith(keywords.get(0));
            Pattern pattern = Pattern.compile(atKeyword ? "\\A(?:" + expression + ")" : expression);
            int group = json.path("secretGroup").asInt();
            if (group < 0 || group > pattern.groupCount()) {
                throw new IllegalArgumentException("its secretGroup is no group of its regex");
            }
            return new Matching(pattern, group, List.copyOf(keywords), atKeyword, atWord);
        }
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Rule rule() {
        return shape.rule();
    }

    @Override
    public List<String> starts() {
        return shape.matching().keywords();
    }

    @Override
    public boolean isFor(SourceText text) {
        return shape.path().matcher(text.path()).find();
    }

    @Override
    public boolean mayBegin(String text, int at) {
        return !shape.matching().atKeyword() || !shape.matching().atWord() || !TextRule.withinWord(text, at);
    }

    @Override
    public Window window(String text, int at) {
        int start = shape.matching().atKeyword() ? at : Math.max(0, at - BEFORE);
        return new Window(text, start, Math.min(text.length(), at + AFTER));
    }

    @Override
    public Optional<Hit> match(SourceText text, Window window, Placeholders placeholders) {
        Matcher matcher = shape.matching().pattern().matcher(window);
        boolean found = shape.matching().atKeyword() ? matcher.lookingAt() : matcher.find();
        if (!found) {
            return Optional.empty();
        }
        int group = shape.matching().group() > 0 ? shape.matching().group() : Math.min(1, matcher.groupCount());
        String secret = matcher.group(group);
        if (secret == null
                || secret.isEmpty()
                || excused(new AllowList.Found(text.path(), matcher.group(), secret), placeholders)) {
            return Optional.empty();
        }
        int at = window.start();
        return Optional.of(new Hit(this, at + matcher.start(), at + matcher.start(group), at + matcher.end(group)));
    }

    private boolean excused(AllowList.Found found, Placeholders placeholders) {
        return new SecretValue(found.secret()).entropy() < shape.entropy()
                || placeholders.hold(found.secret())
                || shape.allowed().excuses(found)
                || allowed.excuses(found);
    }
}
