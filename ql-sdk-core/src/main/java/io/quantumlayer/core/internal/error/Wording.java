package io.quantumlayer.core.internal.error;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a message fit to be shown and journaled: redacted, on one line, bounded, without credentials of addresses. */
final class Wording {
    private static final int MAX = 300;
    private static final int MAX_READ = 4_096;
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
    private static final Pattern LOGIN = Pattern.compile("(://)[^/@\\s]{1,256}@");
    private static final Pattern QUERY = Pattern.compile("(://[^?\\s]{0,512})\\?[^\\s'\"]*");

    private final UnaryOperator<String> redactor;

    Wording(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    /** Redacts before anything is cut, since half a secret is not recognised any more. */
    String of(String text) {
        String redacted = redactor.apply(text);
        String head = redacted.substring(0, Math.min(redacted.length(), MAX_READ));
        String line = UNSHOWABLE.matcher(head).replaceAll(" ").strip();
        String bare = QUERY.matcher(LOGIN.matcher(line).replaceAll("$1***@")).replaceAll("$1?***");
        return bare.length() <= MAX ? bare : bare.substring(0, MAX) + "...";
    }

    String of(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + of(message);
    }
}
