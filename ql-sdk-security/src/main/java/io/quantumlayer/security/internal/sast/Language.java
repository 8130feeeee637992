package io.quantumlayer.security.internal.sast;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that are told apart, so that one without an engine is named. */
enum Language {
    PYTHON("py"),
    JAVASCRIPT("js", "jsx", "mjs", "cjs"),
    TYPESCRIPT("ts", "tsx"),
    JAVA("java"),
    GO("go"),
    RUBY("rb"),
    PHP("php"),
    KOTLIN("kt", "kts"),
    C_SHARP("cs"),
    RUST("rs");

    /** With a space before and behind each. */
    private final String endings;

    private final String first;

    Language(String... endings) {
        this.first = endings[0];
        this.endings = " " + String.join(" ", endings) + " ";
    }

    /** The ending that most of its files have. */
    String ending() {
        return first;
    }

    static Optional<Language> of(String path) {
        String ending = ending(path);
        return Arrays.stream(values())
                .filter(l -> l.endings.contains(" " + ending + " "))
                .findFirst();
    }

    static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
