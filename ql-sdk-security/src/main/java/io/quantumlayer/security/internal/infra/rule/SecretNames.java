package io.quantumlayer.security.internal.infra.rule;

import com.google.re2j.Pattern;

/** Tells by its name whether a variable or field holds a secret. */
public final class SecretNames {
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:.*[_.-])?(?:password|passwd|passphrase|pwd|secret|token|"
                    + "api_?key|access_?key|secret_?key|private_?key|encryption_?key|auth_?key|credentials?"
                    + "|secret_string)");
    private static final Pattern BORDER = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?:\\$[{(]?[a-z_].*|<.*>|\\{\\{.*|true|false|[0-9]{1,6}|/.*)?");

    private SecretNames() {}

    /**
     * Whether a name and the text that is given to it are a secret in plain text: not where the text is empty, refers
     * to something else, or is a path, a switch or a small number.
     *
     * @param name the name of a variable or field
     * @param value its text
     * @return whether it is one
     */
    public static boolean holds(String name, String value) {
        String words = BORDER.matcher(name).replaceAll("$1_$2");
        return SECRET.matches(words) && !REFERENCE.matches(value.strip());
    }
}
