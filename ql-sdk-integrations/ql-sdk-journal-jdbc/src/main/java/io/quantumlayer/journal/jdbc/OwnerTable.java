package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.spi.journal.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may write. An owner whose row is gone has been declared dead and stays so. It remembers who was seen alive, as
 * long as nobody else has written.
 */
final class OwnerTable {
    private final HostProcesses processes = HostProcesses.ofThisHost();
    private final Prepared grow;
    private final Prepared last;
    private final Prepared insert;
    private final Prepared renew;
    private final Prepared find;
    private final Prepared others;
    private final Prepared delete;
    private final Set<Long> living = new HashSet<>();

    OwnerTable(Connection connection) throws SQLException {
        grow = new Prepared(connection, "UPDATE fence SET last = last + 1");
        last = new Prepared(connection, "SELECT last FROM fence");
        insert = new Prepared(
                connection, "INSERT INTO owner (fence, name, host, lease_ms, expires_ms) VALUES (?, ?, ?, ?, ?)");
        renew = new Prepared(connection, "UPDATE owner SET expires_ms = ? + lease_ms WHERE fence = ?");
        find = new Prepared(connection, "SELECT fence FROM owner WHERE fence = ?");
        others = new Prepared(connection, "SELECT fence, name, host, expires_ms FROM owner WHERE fence <> ?");
        delete = new Prepared(connection, "DELETE FROM owner WHERE fence = ?");
    }

    Owner register(String name, Duration lease, Instant now) throws SQLException {
        grow.update();
        long fence = last.first(row -> row.getLong(1)).orElseThrow();
        long expires = now.plus(lease).toEpochMilli();
        insert.update(fence, name, processes.host(), lease.toMillis(), expires);
        return new Owner(name, fence);
    }

    boolean renew(Owner owner, Instant now) throws SQLException {
        return renew.update(now.toEpochMilli(), owner.fence()) == 1;
    }

    boolean alive(Owner owner) throws SQLException {
        if (living.contains(owner.fence())) {
            return true;
        }
        boolean found = find.first(row -> row.getLong(1), owner.fence()).isPresent();
        if (found) {
            living.add(owner.fence());
        }
        return found;
    }

    /** Forgets what it remembers, because it may no longer be so. */
    void forget() {
        living.clear();
    }

    int remove(long fence) throws SQLException {
        living.remove(fence);
        return delete.update(fence);
    }

    /** Declares every other owner dead whose lease has expired or whose process is gone. */
    void bury(Owner living, Instant now) throws SQLException {
        List<Lease> leases = others.list(
                row -> new Lease(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)), living.fence());
        for (Lease lease : leases) {
            if (lease.expires() <= now.toEpochMilli() || processes.gone(lease.host(), lease.name())) {
                remove(lease.fence());
            }
        }
    }

    private record Lease(long fence, String name, String host, long expires) {}
}
