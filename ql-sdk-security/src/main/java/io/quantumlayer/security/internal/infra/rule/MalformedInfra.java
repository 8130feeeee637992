package io.quantumlayer.security.internal.infra.rule;

import java.io.Serial;

/** A file that is not understood, so that nothing can be said of it. */
public final class MalformedInfra extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates it.
     *
     * @param line the line, from 1, or 0 if it is the whole file
     * @param why what is not understood, harmless to print
     */
    public MalformedInfra(int line, String why) {
        super(line > 0 ? "line " + line + ": " + why : why);
    }

    /** The reason, with its line. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
