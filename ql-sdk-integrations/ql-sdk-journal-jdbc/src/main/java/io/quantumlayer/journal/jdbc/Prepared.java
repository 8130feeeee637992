package io.quantumlayer.journal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One prepared statement: parameters in, rows out. Used by one thread at a time. */
final class Prepared implements AutoCloseable {
    private final PreparedStatement statement;

    Prepared(Connection connection, String sql) throws SQLException {
        statement = connection.prepareStatement(sql);
    }

    /** Returns how many rows have changed. */
    int update(Object... parameters) throws SQLException {
        bind(parameters);
        return statement.executeUpdate();
    }

    <T> List<T> list(Row<T> row, Object... parameters) throws SQLException {
        List<T> all = new ArrayList<>();
        bind(parameters);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(row.read(rows));
            }
        }
        return all;
    }

    <T> Optional<T> first(Row<T> row, Object... parameters) throws SQLException {
        bind(parameters);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        }
    }

    private void bind(Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    /** Reads the row on which the result set stands. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
