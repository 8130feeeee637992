package io.quantumlayer.journal.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A change to the journal. It runs on the writing thread inside a transaction, and more than once if the transaction
 * had to be rolled back for the sake of another change.
 *
 * @param <T> what it answers; only for Void that is null
 */
@FunctionalInterface
interface Change<T> {
    @Nullable
    T apply(WriteSession session) throws SQLException, Refused;
}
