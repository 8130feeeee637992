package io.quantumlayer.core.internal.analyze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The turns of phrase that rule a thing out, read once from a file beside this class: those after it ({@code fell
 * victim to the budget}) and those before it ({@code we have done away with}). Immutable.
 */
final class Idioms {
    private static final String FILE = "idioms.txt";
    private static final Set<String> PERSONS = Words.of("nobody none no");
    private static final Idioms AFTER = new Idioms("[after]", false);
    private static final Idioms BEFORE = new Idioms("[before]", true);

    /** By the word that a phrase is looked up by: the words in each of its places. */
    private final Map<String, List<List<Set<String>>>> phrases = new HashMap<>();

    private Idioms(String section, boolean byLastWord) {
        try (InputStream in = Objects.requireNonNull(Idioms.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean own = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                own = line.startsWith("[") ? line.equals(section) : own;
                if (own && !line.isBlank() && !line.startsWith("[") && !line.startsWith("#")) {
                    List.of(line.split(", ")).forEach(phrase -> add(phrase, byLastWord));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The idioms cannot be read", e);
        }
    }

    private void add(String phrase, boolean byLastWord) {
        List<Set<String>> places = new ArrayList<>();
        for (String place : phrase.split(" ", -1)) {
            places.add(Set.of(place.split("\\|")));
        }
        Set<String> keys = places.get(byLastWord ? places.size() - 1 : 0);
        keys.forEach(
                key -> phrases.computeIfAbsent(key, word -> new ArrayList<>()).add(places));
    }

    /** Where the longest phrase that begins at a word and follows the thing ends, or -1. */
    static int endAfter(Text text, int at) {
        int end = -1;
        for (List<Set<String>> phrase :
                AFTER.phrases.getOrDefault(text.token(at).word(), List.of())) {
            int next = at + phrase.size();
            boolean active = text.isWord(at, PERSONS) && goesOn(text, next);
            if (AFTER.fits(text, at, phrase) && !active) {
                end = Math.max(end, next);
            }
        }
        return end;
    }

    /** Where the longest phrase that ends with a word and stands before the thing begins, or -1. */
    static int startBefore(Text text, int at) {
        int start = Integer.MAX_VALUE;
        for (List<Set<String>> phrase :
                BEFORE.phrases.getOrDefault(text.token(at).word(), List.of())) {
            int first = at - phrase.size() + 1;
            if (first >= 0 && BEFORE.fits(text, first, phrase)) {
                start = Math.min(start, first);
            }
        }
        return start == Integer.MAX_VALUE ? -1 : start;
    }

    /** "nobody wants search" speaks of what comes after. */
    private static boolean goesOn(Text text, int next) {
        return text.sameSentence(next - 1, next)
                && !text.token(next).afterPause()
                && !text.isWord(next, Words.of("it them that this for here now anyway anymore yet either in"));
    }

    private boolean fits(Text text, int from, List<Set<String>> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            boolean joined = i == 0
                    || (text.sameSentence(from, from + i)
                            && !text.token(from + i).afterPause());
            if (!joined || !text.isWord(from + i, phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
