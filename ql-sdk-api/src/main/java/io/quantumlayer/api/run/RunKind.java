package io.quantumlayer.api.run;

import java.util.Locale;

/** What a run does to its application. */
public enum RunKind {
    /** Brings a new release live. */
    DEPLOY,
    /** Brings the previous release back. */
    ROLLBACK,
    /** Removes everything and proves its absence. */
    DESTROY;

    /**
     * Returns the stable lower-case id.
     *
     * @return the id
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
