package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Says in one sentence what keeps a journal from doing its work. */
final class SqliteFailures {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int TOOBIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int NOTADB = 26;

    /** The result codes that say something of one row, not of the file. */
    private static final Set<Integer> ONE_WRITE = Set.of(TOOBIG, CONSTRAINT, MISMATCH);

    private final Path file;

    SqliteFailures(Path file) {
        this.file = file;
    }

    /** Turns what stopped a write or a read into what the caller is told. */
    QuantumLayerException of(Throwable trouble) {
        if (trouble instanceof QuantumLayerException known) {
            return known;
        }
        return new QuantumLayerException(failure(trouble), trouble);
    }

    private Failure failure(Throwable trouble) {
        if (trouble instanceof IOException) {
            return unavailable("the file system answered: " + trouble);
        }
        if (!(trouble instanceof SQLException sql)) {
            return unavailable("something unexpected happened: " + trouble);
        }
        return switch (sql.getErrorCode()) {
            case BUSY, LOCKED -> unavailable("another process has held its write lock for too long; try again");
            case READONLY -> unavailable("the file or its folder is read-only; make it writable");
            case IOERR -> unavailable("the disk answered with an error: " + sql.getMessage());
            case FULL -> unavailable("the disk is full; free some space");
            case CANTOPEN -> unavailable("the file cannot be opened; see that it exists and may be written");
            case CORRUPT, NOTADB -> damaged();
            case TOOBIG, CONSTRAINT, MISMATCH ->
                Failure.of(
                        ErrorType.VALIDATION, "journal.refused", text("the write does not fit: " + sql.getMessage()));
            default -> unavailable("SQLite answered: " + sql.getMessage());
        };
    }

    static boolean busy(SQLException e) {
        return e.getErrorCode() == BUSY || e.getErrorCode() == LOCKED;
    }

    /** Says whether the trouble would meet every other write of the batch as well. */
    boolean concernsAll(Throwable trouble) {
        return trouble instanceof Error
                || (trouble instanceof SQLException sql && !ONE_WRITE.contains(sql.getErrorCode()));
    }

    QuantumLayerException closed() {
        return new QuantumLayerException(unavailable("it is closed"));
    }

    QuantumLayerException unreadable(UnreadableRow row) {
        return new QuantumLayerException(damaged(), row);
    }

    private Failure damaged() {
        return unavailable("the file is damaged or is not a journal; restore it from a copy")
                .notRetryable();
    }

    /** The file is not what a journal can be kept in; only the host can change that. */
    QuantumLayerException unusable(String code, String why) {
        return new QuantumLayerException(Failure.of(ErrorType.CONFIGURATION, code, text(why)));
    }

    /** Unwraps what a stage failed with, so that the stack names the caller and the cause names the writing thread. */
    RuntimeException asSeenByCaller(CompletionException wrapped) {
        Throwable cause = wrapped.getCause();
        if (cause instanceof QuantumLayerException known) {
            return new QuantumLayerException(known.failure(), known);
        }
        return cause instanceof IllegalArgumentException argument
                ? new IllegalArgumentException(argument.getMessage(), argument)
                : of(wrapped);
    }

    private Failure unavailable(String why) {
        return Failure.of(ErrorType.DEPENDENCY, "journal.unavailable", text(why));
    }

    private String text(String why) {
        return "Journal " + file + " cannot be used: " + why;
    }
}
