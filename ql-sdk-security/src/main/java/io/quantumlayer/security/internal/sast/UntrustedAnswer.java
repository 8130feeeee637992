package io.quantumlayer.security.internal.sast;

import java.io.Serial;

/** An engine's answer proves nothing. */
final class UntrustedAnswer extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UntrustedAnswer(String message) {
        super(message);
    }
}
