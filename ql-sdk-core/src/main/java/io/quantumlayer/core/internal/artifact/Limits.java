package io.quantumlayer.core.internal.artifact;

/**
 * How large a stored tree may be.
 *
 * @param files how many files at most
 * @param bytes how many bytes at most, all files together
 */
record Limits(int files, long bytes) {
    static final Limits DEFAULT = new Limits(20_000, 512L * 1024 * 1024);
}
