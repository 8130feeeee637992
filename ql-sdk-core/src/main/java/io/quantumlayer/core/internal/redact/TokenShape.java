package io.quantumlayer.core.internal.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens that their issuers made recognisable: a fixed beginning at the start of a word, and what must follow it.
 * The repetitions are possessive over classes that hold every character that may precede a beginning, so that no text
 * is read twice.
 */
final class TokenShape {
    static final List<TokenShape> ALL = List.of(
            shape("an AWS access key id", "[A-Z0-9]{16}(?![A-Za-z0-9])", "AKIA", "ASIA"),
            shape("a GitHub token", "[A-Za-z0-9]{36,}+", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            shape("a GitHub token", "[A-Za-z0-9_]{22,}+", "github_pat_"),
            shape("a GitLab token", "[A-Za-z0-9_-]{20,}+", "glpat-", "gldt-", "glrt-", "glptt-", "glcbt-"),
            shape("a Slack token", "[abeoprs]-[A-Za-z0-9-]{10,}+", "xox"),
            shape("a Slack webhook", "[A-Za-z0-9/]{20,}+", "hooks.slack.com/services/"),
            shape("a Stripe key", "(?:live|test)_[A-Za-z0-9]{16,}+", "sk_", "rk_"),
            shape("a Stripe webhook secret", "[A-Za-z0-9]{24,}+", "whsec_"),
            shape("a Google API key", "[A-Za-z0-9_-]{35}", "AIza"),
            shape("a Google token", "[A-Za-z0-9_-]{20,}+", "ya29."),
            shape("a Google client secret", "[A-Za-z0-9_-]{20,}+", "GOCSPX-"),
            shape("an npm token", "[A-Za-z0-9]{36,}+", "npm_"),
            shape("a JSON web token", "[A-Za-z0-9_-]{8,}+\\.eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+", "eyJ"),
            shape("a private key", "[A-Z0-9 ]{0,40}PRIVATE KEY", "-----BEGIN "));

    private final String what;
    private final Pattern rest;
    private final List<String> beginnings;

    private TokenShape(String what, Pattern rest, List<String> beginnings) {
        this.what = what;
        this.rest = rest;
        this.beginnings = beginnings;
    }

    private static TokenShape shape(String what, String rest, String... beginnings) {
        return new TokenShape(what, Pattern.compile(rest), List.of(beginnings));
    }

    void look(String text, List<Sighting> found) {
        Matcher matcher = rest.matcher(text);
        for (String beginning : beginnings) {
            int at = text.indexOf(beginning);
            while (at >= 0) {
                int end = at + beginning.length();
                boolean seen = startsWord(text, at)
                        && matcher.region(end, text.length()).lookingAt();
                if (seen) {
                    found.add(new Sighting(at, what));
                    end = matcher.end();
                }
                at = text.indexOf(beginning, end);
            }
        }
    }

    private static boolean startsWord(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && before != '_' && before != '-';
    }
}
