package io.quantumlayer.security.internal.text;

import java.io.Serial;

/** A document that is not what it must be. */
public final class MalformedXml extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Creates one.
     *
     * @param reason what is wrong, without words of the document
     */
    public MalformedXml(String reason) {
        super(reason);
        this.reason = reason;
    }

    MalformedXml(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /**
     * Returns what is wrong.
     *
     * @return the reason, without words of the document
     */
    public String reason() {
        return reason;
    }
}
