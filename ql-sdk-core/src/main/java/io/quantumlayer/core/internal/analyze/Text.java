package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A requirement as words in sentences. Immutable. */
final class Text {
    private static final Pattern WORD = Pattern.compile("[$€£]?[0-9][0-9.,]*+[\\p{L}%]*+"
            + "|w/o(?![\\p{L}])|\\.net(?![\\p{L}])|[\\p{L}][\\p{L}0-9]*+(?:[.'’][\\p{L}0-9]++)*+(?:\\+\\+|#)?|[$€£]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;][\\s\"')]|[\\r\\n]|[.!?;]$");
    private static final Pattern PAUSE = Pattern.compile("[,:()\\[\\]\u2013\u2014]|\\s-\\s");

    private final String raw;
    private final List<Token> tokens;

    private Text(String raw, List<Token> tokens) {
        this.raw = raw;
        this.tokens = tokens;
    }

    static Text of(String raw) {
        String lower = raw.toLowerCase(Locale.ROOT);
        // Lower case may change the length of rare letters; their offsets would be wrong.
        String text = lower.length() == raw.length() ? lower : raw;
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int sentence = 0;
        int last = 0;
        while (word.find()) {
            String between = text.substring(last, word.start());
            boolean ended = SENTENCE_END.matcher(between).find();
            sentence += ended && !tokens.isEmpty() ? 1 : 0;
            int end = trimmed(text, word.start(), word.end());
            boolean pause = PAUSE.matcher(between).find();
            tokens.add(new Token(plain(text.substring(word.start(), end)), word.start(), end, sentence, pause));
            last = end;
        }
        return new Text(raw, List.copyOf(tokens));
    }

    /** A number may have swallowed the stop or comma that follows it. */
    private static int trimmed(String text, int start, int end) {
        int at = end;
        while (at > start + 1 && ".,".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static String plain(String word) {
        return word.equals("w/o") ? "without" : word.replace('’', '\'');
    }

    List<Token> tokens() {
        return tokens;
    }

    Token token(int index) {
        return tokens.get(index);
    }

    int size() {
        return tokens.size();
    }

    boolean isWord(int index, Set<String> words) {
        return index >= 0
                && index < tokens.size()
                && words.contains(tokens.get(index).word());
    }

    boolean sameSentence(int one, int other) {
        return one >= 0
                && other >= 0
                && one < tokens.size()
                && other < tokens.size()
                && tokens.get(one).sentence() == tokens.get(other).sentence();
    }

    /** The words from one token to before another, exactly as they were written. */
    String words(int from, int to) {
        return raw.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    boolean isUpperCase(int index) {
        Token token = tokens.get(index);
        String written = raw.substring(token.start(), token.end());
        return written.equals(written.toUpperCase(Locale.ROOT));
    }

    boolean isCapitalized(int index) {
        return Character.isUpperCase(raw.charAt(tokens.get(index).start()));
    }

    /** What a pattern finds between the first and the last word of each sentence, in lower case. */
    List<String> spellings(Pattern pattern) {
        return sentences().stream()
                .flatMap(number -> pattern.matcher(sentence(number).toLowerCase(Locale.ROOT))
                        .results())
                .map(MatchResult::group)
                .toList();
    }

    /** Says whether what a pattern describes begins with a word. */
    boolean isSpelled(int index, Pattern pattern) {
        String rest = raw.substring(tokens.get(index).start()).toLowerCase(Locale.ROOT);
        return pattern.matcher(rest).lookingAt();
    }

    List<Integer> sentences() {
        return tokens.stream().map(Token::sentence).distinct().toList();
    }

    String sentence(int number) {
        List<Token> own = ofSentence(number);
        return raw.substring(own.get(0).start(), own.get(own.size() - 1).end());
    }

    List<Token> ofSentence(int number) {
        return tokens.stream().filter(token -> token.sentence() == number).toList();
    }

    /** The same text with some of its words; what was next to each other before still is only if nothing is between. */
    Text only(Predicate<Token> kept) {
        return new Text(raw, tokens.stream().filter(kept).toList());
    }
}
