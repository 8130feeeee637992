package io.quantumlayer.security.inventory;

/** What a package is needed for. */
public enum PackageScope {
    /** It runs with the application, or its lock file does not say otherwise. */
    RUNTIME,
    /** Only building or testing needs it. */
    DEVELOPMENT
}
