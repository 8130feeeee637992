package io.quantumlayer.security.internal.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SPDX licence expression whose ids, those of exceptions too, are all known. Immutable. */
sealed interface LicenseExpression {
    /**
     * One licence.
     *
     * @param id its SPDX id, as the list spells it; old ids of the GNU licences are the new ones
     * @param exception what is granted beyond it, or empty
     */
    record License(String id, String exception) implements LicenseExpression {
        /** The licence with its exception. */
        String whole() {
            return exception.isEmpty() ? id : id + " WITH " + exception;
        }

        @Override
        public String toString() {
            return whole();
        }
    }

    /**
     * All of the parts hold.
     *
     * @param parts the parts
     */
    record All(List<LicenseExpression> parts) implements LicenseExpression {
        @Override
        public String toString() {
            return joined(parts, " AND ");
        }
    }

    /**
     * Whoever uses the package chooses one of the parts.
     *
     * @param parts the parts
     */
    record Any(List<LicenseExpression> parts) implements LicenseExpression {
        @Override
        public String toString() {
            return joined(parts, " OR ");
        }
    }

    private static String joined(List<LicenseExpression> parts, String word) {
        List<String> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(part instanceof License ? part.toString() : "(" + part + ")"));
        return String.join(word, texts);
    }

    /** Whether the package may be used if just the licences may that a predicate names. */
    default boolean usable(Predicate<License> may) {
        if (this instanceof All all) {
            return all.parts().stream().allMatch(part -> part.usable(may));
        }
        if (this instanceof Any any) {
            return any.parts().stream().anyMatch(part -> part.usable(may));
        }
        return this instanceof License license && may.test(license);
    }

    /** A choice between expressions, or the only one. */
    static LicenseExpression any(List<LicenseExpression> parts) {
        List<LicenseExpression> distinct = parts.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : new Any(distinct);
    }

    /** Reads an expression; empty if it is none, or names an id that is not on the list. */
    static Optional<LicenseExpression> of(String text) {
        return text.length() > Reader.LONGEST ? Optional.empty() : new Reader(text).read();
    }

    /** Reads one expression by descent: OR binds least, then AND, then WITH. */
    final class Reader {
        private static final int LONGEST = 1_000;
        private static final int DEEPEST = 20;
        private static final Pattern WORD = Pattern.compile("\\s*([()]|[A-Za-z0-9.+-]+)\\s*");
        private static final String END = "";

        private final List<String> words = new ArrayList<>();
        private boolean wrong;
        private int next;

        private Reader(String text) {
            Matcher matcher = WORD.matcher(text);
            int at = 0;
            while (at < text.length() && matcher.find(at) && matcher.start() == at) {
                words.add(matcher.group(1));
                at = matcher.end();
            }
            wrong = at < text.length() || words.isEmpty();
        }

        private Optional<LicenseExpression> read() {
            if (wrong) {
                return Optional.empty();
            }
            LicenseExpression whole = any(0);
            return wrong || next < words.size() ? Optional.empty() : Optional.of(whole);
        }

        private String peek() {
            return next < words.size() ? words.get(next) : END;
        }

        private LicenseExpression any(int depth) {
            List<LicenseExpression> parts = new ArrayList<>(List.of(all(depth)));
            while (peek().equalsIgnoreCase("OR")) {
                next++;
                parts.add(all(depth));
            }
            return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
        }

        private LicenseExpression all(int depth) {
            List<LicenseExpression> parts = new ArrayList<>(List.of(one(depth)));
            while (peek().equalsIgnoreCase("AND")) {
                next++;
                parts.add(one(depth));
            }
            return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
        }

        private LicenseExpression one(int depth) {
            String word = peek();
            next++;
            if (word.equals("(") && depth < DEEPEST) {
                LicenseExpression inner = any(depth + 1);
                wrong |= !peek().equals(")");
                next++;
                return inner;
            }
            Optional<String> id = SpdxIds.canonical(word);
            wrong |= id.isEmpty();
            String exception = "";
            if (peek().equalsIgnoreCase("WITH")) {
                next++;
                Optional<String> granted = SpdxIds.exception(peek());
                wrong |= granted.isEmpty();
                exception = granted.orElse("");
                next++;
            }
            return new License(id.orElse(word), exception);
        }
    }
}
