package io.quantumlayer.api.plan;

import java.util.Locale;
import java.util.Objects;

/**
 * Where a secret is found, never the secret itself: {@code env:DB_PASSWORD}, {@code file:/run/secrets/db},
 * {@code home:db}.
 *
 * <p>Schemes are open: {@link #ENV}, {@link #FILE} and {@link #HOME} have their form checked here, any other one is
 * kept as it is and refused later if nobody resolves it; a URL with a login is a secret itself. A refused text is never
 * shown, since it may be the secret.
 *
 * @param scheme who resolves it: lower-case letters, digits, {@code + . -}, as in RFC 3986, at most 32 characters
 * @param path where that one finds it, 1 to 1,024 characters without white space or control characters
 */
public record SecretRef(String scheme, String path) {
    /** An environment variable of the host. */
    public static final String ENV = "env";

    /** A file on the host, by absolute path. */
    public static final String FILE = "file";

    /** A secret kept under the home directory, by name. */
    public static final String HOME = "home";

    private static final int MAX_PATH = 1_024;

    /**
     * Checks scheme and path.
     *
     * @throws InvalidValueException if the form is wrong; the value is masked
     */
    public SecretRef {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(path, "path");
        if (!PlanText.SCHEME.accepts(scheme) || !isPath(scheme, path)) {
            throw refusal();
        }
    }

    /**
     * Reads the text form.
     *
     * @param text scheme, colon, path
     * @return the reference
     * @throws InvalidValueException if the text is not one; the value is masked
     */
    public static SecretRef parse(String text) {
        int colon = Objects.requireNonNull(text, "text").indexOf(':');
        if (colon < 0) {
            throw refusal();
        }
        return new SecretRef(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Refers to an environment variable of the host.
     *
     * @param name the variable's name
     * @return the reference
     * @throws InvalidValueException if it is not a variable's name
     */
    public static SecretRef env(String name) {
        return new SecretRef(ENV, name);
    }

    /**
     * Refers to a file of the host.
     *
     * @param path an absolute path without {@code ..}
     * @return the reference
     * @throws InvalidValueException if the path is relative or climbs
     */
    public static SecretRef file(String path) {
        return new SecretRef(FILE, path);
    }

    /**
     * Refers to a secret under the home directory.
     *
     * @param name its name: lower-case letters, digits and inner hyphens
     * @return the reference
     * @throws InvalidValueException if it is not such a name
     */
    public static SecretRef home(String name) {
        return new SecretRef(HOME, name);
    }

    /** Returns the text form, which {@link #parse} reads. */
    @Override
    public String toString() {
        return scheme + ":" + path;
    }

    private static boolean isPath(String scheme, String path) {
        if (path.isEmpty() || path.length() > MAX_PATH || path.chars().anyMatch(SecretRef::isUnprintable)) {
            return false;
        }
        return switch (scheme) {
            case ENV -> PlanText.VARIABLE.accepts(path);
            case FILE -> isAbsolute(path) && !(path + "/").replace('\\', '/').contains("/../");
            case HOME -> PlanText.LABEL.accepts(path);
            default -> !(path.startsWith("//") && path.indexOf('@') > 0);
        };
    }

    private static boolean isAbsolute(String path) {
        String start = path.substring(0, Math.min(3, path.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("/") || start.matches("[a-z]:[/\\\\]");
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || Character.isWhitespace(c);
    }

    private static InvalidValueException refusal() {
        return new InvalidValueException(
                "be a reference to a secret, never the secret itself",
                Violation.MASK,
                "write env:NAME, file:/absolute/path or home:name");
    }
}
