package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A requirement as words in sentences, which never change, and what was found in them. Used by one thread. */
final class Text {
    private static final Pattern WORD = Pattern.compile("[$€£]?[0-9][0-9.,]*+[\\p{L}%]*+"
            + "|w/o(?![\\p{L}])|\\.net(?![\\p{L}])|[\\p{L}][\\p{L}0-9]*+(?:[.'’][\\p{L}0-9]++)*+(?:\\+\\+|#)?|[$€£]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;][\\s\"')]|[\\r\\n]|[.!?;]$");
    private static final Set<String> ABBREVIATIONS = Words.of("e.g i.e eg ie approx incl max min vs ca resp etc");
    private static final Pattern PAUSE = Pattern.compile("[,:()\\[\\]\u2013\u2014]|\\s-\\s");

    /** A thing of a list: two or three words up to a semicolon or the end, an article before them. */
    private static final Pattern ITEM =
            Pattern.compile("(?:(?:a|an|the|any) )?[\\p{L}0-9-]{2,20}(?: [\\p{L}0-9-]{2,20})?(?:;|\\.?$|\\.\\s)");

    private static final int LONGEST_SPELLING = 60;

    private final String raw;
    private final List<Token> tokens;
    private final Map<Lexicon, List<Lexicon.Hit>> hits = new HashMap<>();

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
            boolean item = between.startsWith(";") && isItem(text, word.start()) && isListed(text, tokens);
            boolean ended = !item && SENTENCE_END.matcher(between).find() && !isAbbreviated(tokens, between);
            sentence += ended && !tokens.isEmpty() ? 1 : 0;
            int end = trimmed(text, word.start(), word.end());
            boolean pause = item || PAUSE.matcher(between).find();
            tokens.add(new Token(plain(text.substring(word.start(), end)), word.start(), end, sentence, pause));
            last = end;
        }
        return new Text(raw, List.copyOf(tokens));
    }

    /** Whether the sentence so far has a colon, so that semicolons may part the things of a list. */
    private static boolean isListed(String text, List<Token> tokens) {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        int from = last.start();
        for (int at = tokens.size() - 1; at >= 0 && tokens.get(at).sentence() == last.sentence(); at--) {
            from = tokens.get(at).start();
        }
        return text.substring(from, last.start()).contains(":");
    }

    private static boolean isItem(String text, int start) {
        Matcher item = ITEM.matcher(text).region(start, text.length());
        return item.lookingAt();
    }

    /** A stop that belongs to the word before it ends no sentence. */
    private static boolean isAbbreviated(List<Token> tokens, String between) {
        return !tokens.isEmpty()
                && ABBREVIATIONS.contains(tokens.get(tokens.size() - 1).word())
                && between.matches("\\.[ ,:]*");
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

    /** What a lexicon finds here; it searches once. */
    List<Lexicon.Hit> hits(Lexicon lexicon, Function<Text, List<Lexicon.Hit>> search) {
        List<Lexicon.Hit> known = hits.get(lexicon);
        if (known == null) {
            known = List.copyOf(search.apply(this));
            hits.put(lexicon, known);
        }
        return known;
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

    /** What is written between a word and the one before it. */
    String gap(int index) {
        int start = index == 0 ? 0 : tokens.get(index - 1).end();
        return raw.substring(start, tokens.get(index).start());
    }

    /** What is written between a word and the one after it, or the end. */
    String gapAfter(int index) {
        int end = index + 1 < tokens.size() ? tokens.get(index + 1).start() : raw.length();
        return raw.substring(tokens.get(index).end(), end);
    }

    /** Says whether a hyphen joins a word to the one before it. */
    boolean isJoined(int index) {
        return index > 0 && index < tokens.size() && gap(index).equals("-");
    }

    /** Says whether a percent sign follows a number, with a blank or without. */
    boolean isPercent(int index) {
        int end = tokens.get(index).end();
        return raw.startsWith("%", end - 1) || raw.startsWith("%", end) || raw.startsWith(" %", end);
    }

    /** Says whether a colon stands before a word of the same sentence. */
    boolean afterColon(int index) {
        return sameSentence(index - 1, index) && gap(index).contains(":");
    }

    /** The first word of the sentence. */
    int start(int index) {
        int at = index;
        while (sameSentence(at - 1, index)) {
            at--;
        }
        return at;
    }

    /** The same text with other words in the same places. */
    Text with(List<Token> others) {
        return new Text(raw, List.copyOf(others));
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
        int start = tokens.get(index).start();
        String rest = raw.substring(start, Math.min(raw.length(), start + LONGEST_SPELLING));
        return pattern.matcher(rest.toLowerCase(Locale.ROOT)).lookingAt();
    }

    List<Integer> sentences() {
        return tokens.stream().map(Token::sentence).distinct().toList();
    }

    String sentence(int number) {
        List<Token> own = ofSentence(number);
        return raw.substring(own.get(0).start(), own.get(own.size() - 1).end());
    }

    /** The words of a sentence; sentences are numbered in order, so that its first word is found by halving. */
    List<Token> ofSentence(int number) {
        int from = firstOf(number);
        int to = firstOf(number + 1);
        return tokens.subList(from, to);
    }

    private int firstOf(int sentence) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).sentence() < sentence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same text with some of its words; what was next to each other before still is only if nothing is between. */
    Text only(Predicate<Token> kept) {
        return new Text(raw, tokens.stream().filter(kept).toList());
    }
}
