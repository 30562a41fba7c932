package dev.lectern.catalog;

import dev.lectern.chassis.events.EventJson;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database as an earlier release has left it, for what a migration makes of its rows. */
public final class DatabaseOfRelease implements AutoCloseable {

    private final EmbeddedPostgres postgres = EmbeddedPostgres.start();

    public DatabaseOfRelease() throws IOException {}

    public void migrate(String version) {
        Flyway.configure()
                .locations(
                        "filesystem:../chassis/service/src/main/resources/db/migration",
                        "filesystem:src/main/resources/db/migration")
                .dataSource(postgres.getPostgresDatabase())
                .target(version)
                .load()
                .migrate();
    }

    public void run(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What is to be sent on a topic, in its order. */
    public <E> List<E> told(String topic, String type, Class<E> event) throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var select = connection.prepareStatement(
                        "select payload from outbox where topic = ? and type = ? and trace_parent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-00$' order by id")) {
            select.setString(1, topic);
            select.setString(2, type);
            var events = new ArrayList<E>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(EventJson.MAPPER.readValue(rows.getBytes(1), event));
                }
            }
            return events;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
