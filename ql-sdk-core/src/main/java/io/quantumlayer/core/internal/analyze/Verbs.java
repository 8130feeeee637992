package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.List;

/** English words in their basic forms: nouns in the singular, and regular verbs as they stand after "to". */
final class Verbs {
    private static final int SHORTEST = 3;

    private Verbs() {}

    /** The word, its singular, and what it could be the form of; not every one needs to be a word. */
    static List<String> forms(String word) {
        List<String> forms = new ArrayList<>(Nouns.forms(word));
        strip(forms, word, "ing", "");
        strip(forms, word, "ing", "e");
        strip(forms, word, "ied", "y");
        strip(forms, word, "ed", "");
        strip(forms, word, "ed", "e");
        return forms;
    }

    private static void strip(List<String> forms, String word, String ending, String instead) {
        int length = word.length() - ending.length();
        if (length < SHORTEST || !word.endsWith(ending)) {
            return;
        }
        String stem = word.substring(0, length);
        forms.add(stem + instead);
        boolean doubled = stem.charAt(length - 1) == stem.charAt(length - 2);
        if (doubled && instead.isEmpty()) {
            forms.add(stem.substring(0, length - 1));
        }
    }
}
