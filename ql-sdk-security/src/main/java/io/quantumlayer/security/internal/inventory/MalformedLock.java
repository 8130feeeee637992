package io.quantumlayer.security.internal.inventory;

import java.io.Serial;

/** A file that is not of its format; its packages are unknown. */
final class MalformedLock extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedLock(String message) {
        super(message);
    }

    MalformedLock(String message, Throwable cause) {
        super(message, cause);
    }
}
