package io.quantumlayer.core.internal.fallback;

import io.quantumlayer.api.error.ErrorType;

/** The levels of the fallback ladder, in the order in which they are climbed. */
public enum Level {
    /** Another provider that runs applications in the same way. */
    OTHER_PROVIDER(1, "another provider of the same tier"),
    /** Any Kubernetes. */
    KUBERNETES(2, "Kubernetes"),
    /** A service that starts code on demand. */
    SERVERLESS(3, "serverless conversion"),
    /** A service that serves files, for what is only files. */
    STATIC_SITE(4, "static site"),
    /** Whatever else meets every limit, on a single instance. */
    MINIMAL(5, "minimal features"),
    /** A machine for development. */
    DEVELOPMENT(6, "development environment");

    private static final int FIRST_TWO = 2;

    private final int number;
    private final String title;

    Level(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /**
     * Tells whether a failure of a type may lead to this level, once retries are used up.
     *
     * @param type the type of the failure
     * @return the first two for what concurrency and unknown causes broke, else true; whether a type falls back at all
     *     is the retry policy's to say
     */
    public boolean follows(ErrorType type) {
        return number <= FIRST_TWO || (type != ErrorType.CONCURRENCY && type != ErrorType.UNKNOWN);
    }

    /** Returns number and title, as {@code 2 Kubernetes}. */
    @Override
    public String toString() {
        return number + " " + title;
    }
}
