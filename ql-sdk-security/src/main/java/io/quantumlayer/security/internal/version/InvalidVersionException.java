package io.quantumlayer.security.internal.version;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A text that is no version in its ecosystem. */
public final class InvalidVersionException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidVersionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
