package dev.lectern.stack.doctor;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the services' databases tell: events that wait to be sent, records that could not be applied, and the time.
 *
 * @param services each has a database of its name
 */
public record Databases(DataDirectory data, Ports ports, List<String> services) {

    /** The relay is woken by each commit, and looks every half a second in any case. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final Duration STUCK = Duration.ofMinutes(1);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        for (var service : services) {
            try (var database = PostgresServer.connect(data, ports, service)) {
                if (findings.isEmpty()) {
                    findings.add(clock(database));
                }
                findings.add(outbox(service, database));
                findings.add(parked(service, database));
            } catch (SQLException e) {
                findings.add(
                        Finding.fail(service, "See \"logs postgres\"", "its database: %s".formatted(e.getMessage())));
            }
        }
        return findings;
    }

    private static Finding clock(Connection database) throws SQLException {
        var before = Instant.now();
        var there =
                row(database, "select clock_timestamp()", OffsetDateTime.class).get(0);
        var after = Instant.now();
        var apart = there.toInstant().isBefore(before)
                ? Duration.between(there.toInstant(), before)
                : Duration.between(after, there.toInstant());
        return apart.compareTo(CLOCK_TOLERANCE) > 0
                ? Finding.fail("Clock", "Correct the clocks", "the database's is %d ms off".formatted(apart.toMillis()))
                : Finding.ok("Clock", "the database's is the same");
    }

    private static Finding outbox(String service, Connection database) throws SQLException {
        var oldest = row(
                database,
                "select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from outbox",
                Long.class);
        var age = Duration.ofSeconds(oldest.get(1));
        var fact = "%d events wait in its outbox, the oldest for %d s";
        var remedy = "See \"logs kafka\" and \"logs " + service + "\"";
        if (age.compareTo(STUCK) > 0) {
            return Finding.fail(service, remedy, fact.formatted(oldest.get(0), oldest.get(1)));
        }
        return age.compareTo(LATE) > 0
                ? Finding.warn(service, remedy, fact.formatted(oldest.get(0), oldest.get(1)))
                : Finding.ok(service, "%d events wait in its outbox".formatted(oldest.get(0)));
    }

    private static Finding parked(String service, Connection database) throws SQLException {
        var count =
                row(database, "select count(*) from parked_record", Long.class).get(0);
        return count == 0
                ? Finding.ok(service, "no record is parked")
                : Finding.warn(
                        service,
                        "See \"logs " + service + "\"; they are tried again at its next start",
                        "%d records could not be applied and are parked".formatted(count));
    }

    private static <T> List<T> row(Connection database, String sql, Class<T> type) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            var row = new ArrayList<T>();
            for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(rows.getObject(column, type));
            }
            return row;
        }
    }
}
