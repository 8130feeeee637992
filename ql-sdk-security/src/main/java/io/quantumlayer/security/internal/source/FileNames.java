package io.quantumlayer.security.internal.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A set of file names, each with at most one star, compared whatever their case. Immutable. */
final class FileNames {
    private final Set<String> whole = new HashSet<>();
    private final List<String> tails = new ArrayList<>();
    private final List<Wild> wild = new ArrayList<>();

    FileNames(List<String> patterns) {
        for (String pattern : patterns) {
            String name = pattern.toLowerCase(Locale.ROOT);
            int star = name.indexOf('*');
            if (star >= 0) {
                wild.add(new Wild(name.substring(0, star), name.substring(star + 1)));
            } else if (name.indexOf('/') >= 0) {
                tails.add("/" + name);
            } else {
                whole.add(name);
            }
        }
    }

    private record Wild(String start, String end) {
        boolean fits(String name) {
            return name.length() >= start.length() + end.length() && name.startsWith(start) && name.endsWith(end);
        }
    }

    boolean isEmpty() {
        return whole.isEmpty() && tails.isEmpty() && wild.isEmpty();
    }

    /** Whether the last name of a path, or its end, is in the set. */
    boolean holds(String path) {
        String lower = "/" + path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        return whole.contains(name)
                || tails.stream().anyMatch(lower::endsWith)
                || wild.stream().anyMatch(pattern -> pattern.fits(name));
    }

    /** Whether this exact word is in the set, for words that are no file names. */
    boolean lists(String word) {
        return whole.contains(word);
    }
}
