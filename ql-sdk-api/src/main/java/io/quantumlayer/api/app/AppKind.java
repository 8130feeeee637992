package io.quantumlayer.api.app;

/** The kinds of application that a source can describe. */
public enum AppKind {
    /** Answers requests of other programs. */
    API,
    /** Answers requests of people with pages made on the server. */
    WEB,
    /** Runs in the browser and calls an API elsewhere. */
    FRONTEND,
    /** A frontend together with its API. */
    FULLSTACK,
    /** A single function that is called on demand. */
    FUNCTION,
    /** Works off events or a queue, without end. */
    WORKER,
    /** Runs once, or on a schedule, and ends. */
    JOB,
    /** Files served as they are. */
    STATIC,
    /** Nothing that can be deployed here; the specification says why. */
    UNSUPPORTED
}
