package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A requirement as words, read once from the left. A rule is a few words that must stand side by side; it is denied
 * where a negation stands before it in the same clause, and the last mention decides. Immutable, linear in its length.
 */
final class Sentence {
    private static final Set<String> NEGATIONS =
            Words.of("no not without never drop skip omit exclude excluding avoid don't");
    private static final Set<String> CLAUSE_ENDS = Words.of("but with and however instead . , ; :");
    private static final Set<String> ENGLISH =
            Words.of("a an the for with create build make deploy i need want service api app application to of"
                    + " that and rest website server write give me");
    private static final Set<String> LEADS = Words.of("for of managing manage manages tracking stores");
    private static final Set<String> FILLERS =
            Words.of("a an the my our simple small list lists management inventory catalog collection app"
                    + " application service system managing of some all");
    private static final int REACH = 4;
    private static final int MAX_PHRASE = 3;

    private final List<String> words = new ArrayList<>();

    Sentence(String text) {
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT) + " ";
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean inner = Character.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '+' || c == '#';
            if (inner) {
                word.append(c);
            } else {
                if (word.length() > 0) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (CLAUSE_ENDS.contains(String.valueOf(c))) {
                    words.add(String.valueOf(c));
                }
            }
        }
    }

    Optional<String> affirmed(String rule) {
        return last(rule).filter(at -> negation(at).isEmpty()).map(at -> said(at, rule));
    }

    Optional<String> denied(String rule) {
        return last(rule).flatMap(at -> negation(at).map(from -> phrase(from, at + length(rule))));
    }

    private Optional<Integer> last(String rule) {
        List<String> wanted = List.of(rule.split(" "));
        for (int at = words.size() - wanted.size(); at >= 0; at--) {
            if (words.subList(at, at + wanted.size()).equals(wanted)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> negation(int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            if (NEGATIONS.contains(words.get(i))) {
                return Optional.of(i);
            }
            if (CLAUSE_ENDS.contains(words.get(i))) {
                return Optional.empty();
            }
        }
        return after(at);
    }

    /** "authentication is not needed" denies from behind. */
    private Optional<Integer> after(int at) {
        for (int i = at + 1; i < Math.min(words.size(), at + REACH) && !CLAUSE_ENDS.contains(words.get(i)); i++) {
            if (words.get(i).equals("not") || words.get(i).equals("isn't")) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private String said(int at, String rule) {
        return phrase(at, at + length(rule));
    }

    private String phrase(int from, int to) {
        return String.join(" ", words.subList(from, Math.min(to, words.size())));
    }

    private static int length(String rule) {
        return rule.split(" ").length;
    }

    /** The thing the service is about: the first plain noun behind "for", "of" or "managing". */
    Optional<Trait<String>> entity() {
        for (int i = 0; i < words.size(); i++) {
            if (LEADS.contains(words.get(i))) {
                Optional<Trait<String>> found = noun(i + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Trait<String>> noun(int from) {
        for (int i = from; i < Math.min(words.size(), from + MAX_PHRASE); i++) {
            String word = words.get(i);
            if (CLAUSE_ENDS.contains(word)) {
                return Optional.empty();
            }
            if (!FILLERS.contains(word) && word.matches("[a-z]{3,24}")) {
                return Optional.of(Trait.stated(singular(word), phrase(from, i + 1)));
            }
        }
        return Optional.empty();
    }

    private static String singular(String noun) {
        if (noun.endsWith("ies") && noun.length() > 4) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        boolean plural = noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us") && noun.length() > 3;
        return plural ? noun.substring(0, noun.length() - 1) : noun;
    }

    List<String> notUnderstood() {
        boolean english = words.isEmpty() || words.stream().anyMatch(ENGLISH::contains);
        return english ? List.of() : List.of("the sentence is not understood; sentences are read as English");
    }
}
