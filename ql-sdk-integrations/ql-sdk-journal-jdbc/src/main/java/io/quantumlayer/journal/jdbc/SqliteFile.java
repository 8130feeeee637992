package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.spi.journal.Durability;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * The file of a journal: made for its owner's eyes only, never reached through a link, and opened the same way by
 * whoever reads or writes it.
 */
final class SqliteFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** What SQLite keeps beside the file; it gives them the permissions of the file. */
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

    private static final long RETRY_NANOS = 5_000_000;

    private final Path path;
    private final Durability durability;
    private final Duration lockTimeout;
    private final SqliteFailures failures;

    SqliteFile(Path path, Durability durability, Duration lockTimeout) {
        this.path = path;
        this.durability = durability;
        this.lockTimeout = lockTimeout;
        this.failures = new SqliteFailures(path);
    }

    SqliteFailures failures() {
        return failures;
    }

    Durability durability() {
        return durability;
    }

    /** Makes the file if it is missing, and takes it from the eyes of others if it is not. */
    void prepare() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, only(OWNER_FOLDER, posix));
            }
            refuseLinks();
            create(only(OWNER_ONLY, posix));
            if (posix) {
                restrict();
            }
        } catch (IOException e) {
            throw failures.of(e);
        }
    }

    private static FileAttribute<?>[] only(Set<PosixFilePermission> permissions, boolean posix) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private void refuseLinks() {
        for (String suffix : SUFFIXES) {
            Path file = beside(suffix);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw failures.unusable(
                        "journal.path", file + " is a link, a folder or a device; name a plain file instead");
            }
        }
    }

    private void create(FileAttribute<?>... attributes) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        try {
            Files.createFile(path, attributes);
        } catch (FileAlreadyExistsException e) {
            refuseLinks(); // Another process was faster; what it made must still be a plain file.
        }
    }

    private void restrict() throws IOException {
        for (String suffix : SUFFIXES) {
            Path file = beside(suffix);
            if (Files.exists(file) && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** Opens the one connection that writes. */
    Connection openWriter() throws SQLException {
        int flush = durability == Durability.POWER_LOSS ? 1 : 0;
        return open(connection -> {
            try (Statement statement = connection.createStatement()) {
                keepWriteAheadLog(statement);
                // Full: each commit is flushed. Normal: only what orders the log before the file, so power loss may
                // cost
                // the last commits; without even that it could cost the file.
                statement.execute("PRAGMA synchronous = " + (flush == 1 ? "FULL" : "NORMAL"));
                // On macOS a plain flush stops at the drive's own cache; elsewhere these two change nothing.
                statement.execute("PRAGMA fullfsync = " + flush);
                statement.execute("PRAGMA checkpoint_fullfsync = " + flush);
                // Copying the log into the file flushes both, and the writer waits: seldom, and much at a time.
                statement.execute("PRAGMA wal_autocheckpoint = 16384");
                statement.execute("PRAGMA journal_size_limit = 67108864");
                statement.execute("PRAGMA cache_size = -32768");
            }
        });
    }

    private void keepWriteAheadLog(Statement statement) throws SQLException {
        long end = System.nanoTime() + lockTimeout.toNanos();
        while (true) {
            try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
                if (!mode.next() || !mode.getString(1).equals("wal")) {
                    throw failures.unusable(
                            "journal.path",
                            "its file system cannot be shared by processes; name a file on a local disk");
                }
                return;
            } catch (SQLException e) {
                // SQLite itself does not wait here: another process may be making the same change.
                if (!SqliteFailures.busy(e) || System.nanoTime() - end > 0) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    /** Opens a connection that reads; readers and the writer do not wait for each other. */
    Connection openReader() throws SQLException {
        return open(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        });
    }

    private Connection open(Settings settings) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX); // One thread at a time uses a connection.
        config.resetOpenMode(SQLiteOpenMode.CREATE); // The file exists; a lost one is not made anew in silence.
        config.setGetGeneratedKeys(false); // The driver would ask for one after every insert.
        config.setBusyTimeout(Math.toIntExact(lockTimeout.toMillis()));
        Connection connection = connect(config);
        try {
            settings.apply(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect(SQLiteConfig config) throws SQLException {
        try {
            return config.createConnection("jdbc:sqlite:" + path.toUri());
        } catch (SQLiteException e) {
            throw e;
        } catch (SQLException e) {
            throw failures.unusable(
                    "journal.driver",
                    "the native library of the SQLite driver cannot be loaded, see the package's documentation: "
                            + e.getCause());
        }
    }

    /** What a fresh connection is told. */
    @FunctionalInterface
    private interface Settings {
        void apply(Connection connection) throws SQLException;
    }
}
