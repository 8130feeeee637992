package io.quantumlayer.blueprints.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service keeps, as plain English words in both numbers, such as {@code shopping-list}.
 *
 * <p>Words are lower-case ASCII joined by hyphens, so that a noun is safe in a path, a class name and a sentence.
 *
 * @param singular at most 40 characters
 * @param plural at most 40 characters; may equal the singular
 */
record ResourceNoun(String singular, String plural) {
    private static final int MAX_LENGTH = 40;
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*");

    /** What a service keeps of which nothing more is known. */
    static final ResourceNoun ITEM = new ResourceNoun("item", "items");

    ResourceNoun {
        require(singular);
        require(plural);
    }

    /** Returns a noun and its plural, or empty if the words are no plain English noun in the singular. */
    static Optional<ResourceNoun> of(String words) {
        String singular = words.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
        int lastWord = singular.lastIndexOf('-') + 1;
        String plural = singular.substring(0, lastWord) + EnglishPlural.of(singular.substring(lastWord));
        boolean acceptable = acceptable(singular) && acceptable(plural);
        return acceptable ? Optional.of(new ResourceNoun(singular, plural)) : Optional.empty();
    }

    private static boolean acceptable(String noun) {
        return noun.length() <= MAX_LENGTH && WORDS.matcher(noun).matches();
    }

    private static void require(String noun) {
        if (!acceptable(noun)) {
            throw new IllegalArgumentException(
                    "a resource is at most " + MAX_LENGTH + " lower-case letters and digits, words joined by hyphens");
        }
    }

    /** Returns the first part of the names of its classes, such as {@code ShoppingList}. */
    String classPrefix() {
        return Arrays.stream(singular.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Returns the singular for use in a sentence. */
    String inWords() {
        return singular.replace('-', ' ');
    }

    /** Returns the plural for use in a sentence. */
    String pluralInWords() {
        return plural.replace('-', ' ');
    }
}
