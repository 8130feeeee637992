package io.quantumlayer.core.internal.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a word such as {@code password} that is followed by a value. What counts as a value depends on how it is led up
 * to: after {@code =} nearly anything, after a colon what ends its clause or looks made up, after a mere blank or
 * {@code is} only what is quoted or looks made up, so that people may speak of token authentication and password
 * resets.
 */
final class SpokenSecret {
    private static final List<String> WORDS =
            List.of("password", "passwd", "passphrase", "passcode", "pwd", "token", "secret", "credential");
    private static final int CASE = 'a' - 'A';
    private static final String KEY = "key";
    private static final List<String> KEYS = List.of("api", "access", "private", "signing", "encryption", "auth");
    private static final Pattern MORE = Pattern.compile("(?i)s?+(?:[ _-](?:access|key|value|string)){0,4}+");
    private static final Pattern LEAD =
            Pattern.compile("(?i)[\"'`]?+[ \\t]{0,8}+(?:=>?+|:=?+|(?:is|are|was|set to|of|to|be)(?=[ \\t:=])[:=]?+)?+");
    private static final Set<String> WORDS_OF_TYPES = Set.of(
            ("string text required optional hashed encrypted bcrypt none null true false yes no jwt bearer basic oauth"
                            + " varchar char number authentication auth login rotation management reset policy")
                    .split(" "));
    private static final Pattern ALGORITHM = Pattern.compile("(?i)(?:sha|hs|rs|es|ps|aes|rsa|md|base|argon|oauth|pbkdf"
            + "|ed|bcrypt|scrypt|tls|ssl|http|utf|x|p|s|k|v|rfc|saml|web|auth|fido|totp|hotp)-?[0-9]{1,5}[a-z]{0,3}");
    private static final Pattern AMOUNT = Pattern.compile("(?i)[0-9]{1,5}(?:[.,x-][0-9]{1,5})?[a-z]{0,12}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final List<String> PLACEHOLDERS =
            List.of("$", "<", "{", "%", "*", "...", "xxx", "env:", "file:/", "home:", "vault:", "secret:", "ref:");
    private static final String SIGNS = "!@#$%^&*+=~";
    private static final int MAX_VALUE = 32;
    private static final int MAX_TYPE = 20;
    private static final int MIN_VALUE = 4;
    private static final int MIN_MADE_UP = 6;

    private SpokenSecret() {}

    static void look(String text, List<Sighting> found) {
        String lower = lower(text);
        Follower follower = new Follower(text);
        for (String word : WORDS) {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length())) {
                follower.look(at + word.length(), kind(word), found);
            }
        }
        for (int at = lower.indexOf(KEY); at >= 0; at = lower.indexOf(KEY, at + KEY.length())) {
            if (isSecretKey(lower, at)) {
                follower.look(at + KEY.length(), KEY, found);
            }
        }
    }

    /** Says whether a variable of this name and value holds a literal secret: its name ends with the word. */
    static boolean isSecret(String name, String value) {
        String lower = lower(name);
        String given = value.strip();
        return (WORDS.stream().anyMatch(word -> endsWith(lower, word)) || isSecretKeyAtEnd(lower))
                && given.length() >= MIN_VALUE
                && !isPlaceholder(given)
                && !WORDS_OF_TYPES.contains(given.toLowerCase(Locale.ROOT));
    }

    private static boolean endsWith(String name, String word) {
        int at = name.lastIndexOf(word);
        return at >= 0 && MORE.matcher(name.substring(at + word.length())).matches();
    }

    private static boolean isSecretKeyAtEnd(String name) {
        int at = name.lastIndexOf(KEY);
        return at >= 0 && endsWith(name, KEY) && isSecretKey(name, at);
    }

    /** Says whether the word {@code key} at a place is an api key or the like. */
    private static boolean isSecretKey(String lower, int at) {
        int end = at > 0 && " _-".indexOf(lower.charAt(at - 1)) >= 0 ? at - 1 : at;
        return KEYS.stream().anyMatch(word -> lower.startsWith(word, end - word.length()));
    }

    /** Lower case for ASCII alone, which keeps every offset. */
    private static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] = (char) (chars[i] + CASE);
            }
        }
        return new String(chars);
    }

    /** Looks at what follows a word; one text. */
    private static final class Follower {
        private final String text;
        private final Matcher more;
        private final Matcher lead;

        Follower(String text) {
            this.text = text;
            this.more = MORE.matcher(text);
            this.lead = LEAD.matcher(text);
        }

        void look(int wordEnd, String kind, List<Sighting> found) {
            int end = more.region(wordEnd, text.length()).lookingAt() ? more.end() : wordEnd;
            if (end < text.length()
                    && !Character.isLetterOrDigit(text.charAt(end))
                    && lead.region(end, text.length()).lookingAt()) {
                int start = afterBlanks(text, lead.end());
                if (start > end && isSecret(text, start, text.substring(end, lead.end()))) {
                    found.add(new Sighting(start, "the value of a " + kind));
                }
            }
        }
    }

    private static boolean isSecret(String text, int start, String lead) {
        if (start >= text.length()) {
            return false;
        }
        char quote = text.charAt(start);
        boolean quoted = quote == '"' || quote == '\'' || quote == '`';
        int end = quoted ? quotedEnd(text, start, quote) : wordEnd(text, start);
        String value = text.substring(quoted ? start + 1 : start, Math.max(end, quoted ? start + 1 : start));
        boolean assigned = lead.contains("=");
        boolean named = lead.contains(":") && (quoted || endsClause(text, end));
        boolean stated = quoted && lead.strip().startsWith("is");
        return value.length() >= MIN_VALUE
                && (assigned || named || stated || isMadeUp(value))
                && (assigned || stated || !isAmount(value))
                && !isPlaceholder(value)
                && !isWordOfType(value);
    }

    private static boolean isPlaceholder(String value) {
        return PLACEHOLDERS.stream().anyMatch(start -> value.regionMatches(true, 0, start, 0, start.length()));
    }

    private static boolean isWordOfType(String value) {
        return WORDS_OF_TYPES.contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isAmount(String value) {
        return value.length() <= MAX_TYPE
                && (ALGORITHM.matcher(value).matches() || AMOUNT.matcher(value).matches());
    }

    /** Letters with digits or with signs that no sentence has inside a word. */
    private static boolean isMadeUp(String value) {
        boolean letter = false;
        boolean odd = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 127) {
                return false;
            }
            letter |= Character.isLetter(c);
            odd |= Character.isDigit(c) || SIGNS.indexOf(c) >= 0;
        }
        return value.length() >= MIN_MADE_UP
                && letter
                && odd
                && !VARIABLE.matcher(value).matches();
    }

    private static boolean endsClause(String text, int end) {
        int next = afterBlanks(text, end);
        return next >= text.length() || "\r\n,;.)}]|".indexOf(text.charAt(next)) >= 0;
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MIN_VALUE && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int quotedEnd(String text, int start, char quote) {
        int limit = Math.min(text.length(), start + 1 + MAX_VALUE);
        for (int at = start + 1; at < limit; at++) {
            if (text.charAt(at) == quote) {
                return at;
            }
        }
        return limit;
    }

    private static int wordEnd(String text, int start) {
        int limit = Math.min(text.length(), start + MAX_VALUE);
        int at = start;
        while (at < limit && !Character.isWhitespace(text.charAt(at)) && "\"'`,;)}]|".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        boolean stop = at > start && ".?:".indexOf(text.charAt(at - 1)) >= 0;
        return stop ? at - 1 : at;
    }

    private static String kind(String word) {
        return word.startsWith("p") ? "password" : word;
    }
}
