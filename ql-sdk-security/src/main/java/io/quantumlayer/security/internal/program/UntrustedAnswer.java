package io.quantumlayer.security.internal.program;

import java.io.Serial;

/** A program's answer proves nothing. */
public final class UntrustedAnswer extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says why, in words that follow the program's name and "proves nothing". */
    public UntrustedAnswer(String message) {
        super(message);
    }
}
