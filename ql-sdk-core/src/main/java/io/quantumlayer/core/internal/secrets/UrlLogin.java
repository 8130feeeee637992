package io.quantumlayer.core.internal.secrets;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the password in a secret that is a URL: whoever connects may repeat it without the rest. */
final class UrlLogin {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,31}://[^:/?#@]*+:([^@/?#]++)@");

    private UrlLogin() {}

    /** Returns the password as it is written and as it is meant; empty if there is none. */
    static Set<String> password(String value) {
        Set<String> forms = new LinkedHashSet<>();
        Matcher login = LOGIN.matcher(value);
        if (login.lookingAt()) {
            forms.add(login.group(1));
            try {
                forms.add(URLDecoder.decode(login.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                // It is masked as it is written.
                return forms;
            }
        }
        return forms;
    }
}
