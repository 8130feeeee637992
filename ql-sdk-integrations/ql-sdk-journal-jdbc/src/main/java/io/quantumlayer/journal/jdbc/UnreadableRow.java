package io.quantumlayer.journal.jdbc;

/** Says that a row holds what no version of this library has written. */
final class UnreadableRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRow(RuntimeException cause) {
        super(cause);
    }
}
