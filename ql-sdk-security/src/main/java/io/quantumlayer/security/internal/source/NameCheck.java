package io.quantumlayer.security.internal.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges a single name of a file or folder by its characters, and shows hostile ones harmlessly. */
final class NameCheck {
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final String UNPORTABLE = ":*?\"<>|";
    private static final int LONGEST = 300;

    private NameCheck() {}

    /** What is dangerous about a name. */
    static Optional<Danger> judge(String name) {
        if (name.codePoints().anyMatch(NameCheck::misleads)) {
            return Optional.of(Danger.NAME_HOSTILE);
        }
        if (name.startsWith("-")) {
            return Optional.of(Danger.NAME_OPTION);
        }
        boolean portable = name.chars().noneMatch(c -> UNPORTABLE.indexOf(c) >= 0)
                && name.equals(name.strip())
                && !name.endsWith(".")
                && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return portable ? Optional.empty() : Optional.of(Danger.NAME_UNPORTABLE);
    }

    /** A path that is safe to print: what misleads is shown as its number, and a long one loses its beginning. */
    static String shown(String path) {
        StringBuilder text = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (misleads(c)) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.length() <= LONGEST ? text.toString() : "..." + text.substring(text.length() - LONGEST);
    }

    /** Control, direction and invisible characters, broken ones, line ends, and the separator of another system. */
    private static boolean misleads(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
            case Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == '\\';
        };
    }
}
