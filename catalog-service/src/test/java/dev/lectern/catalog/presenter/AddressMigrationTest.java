package dev.lectern.catalog.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.events.EventJson;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Addresses get a topic of their own beside presenters who are there already. */
class AddressMigrationTest {

    private static final UUID CONFERENCE = new UUID(0, 1);
    private static final UUID ANN = new UUID(0, 2);
    private static final UUID BOB = new UUID(0, 3);
    private static final UUID MERGED = new UUID(0, 4);

    @Test
    void allAreToldAgainAtTheirRevisionsAsTheServiceWould() throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start();
                var connection = postgres.getPostgresDatabase().getConnection()) {
            migrate(postgres.getPostgresDatabase(), "31");
            run(connection, """
                    insert into conference (id, slug, title, title_is_given, time_zone, days, organisers, revision, changed_at)
                    values ('%s', 'clocks', 'Clocks', true, 'Europe/Paris', '{}', '{}', 1, now())""".formatted(CONFERENCE));
            run(connection, """
                    insert into presenter (id, conference_id, honorific, family_name, given_names, affiliation, email, locale,
                        changeover_minutes, merged_ids, revision)
                    values ('%1$s', '%3$s', 'Dr', 'ZYGALSKI', 'Ann', 'Poznań', 'ann@uni.example', 'pl', 15, array[cast('%4$s' as uuid)], 7),
                        ('%2$s', '%3$s', null, 'BOB', null, null, null, null, null, '{}', 1)""".formatted(ANN, BOB, CONFERENCE, MERGED));

            migrate(postgres.getPostgresDatabase(), "32");

            assertThat(told(connection, AddressEvent.TOPIC, AddressEvent.TYPE, AddressEvent.class))
                    .containsExactly(
                            new AddressEvent(ANN, 7, false, CONFERENCE, "ann@uni.example"),
                            new AddressEvent(BOB, 1, false, CONFERENCE, null));
            assertThat(told(connection, PresenterEvent.TOPIC, PresenterEvent.TYPE, PresenterEvent.class))
                    .containsExactly(
                            new PresenterEvent(
                                    ANN,
                                    7,
                                    false,
                                    CONFERENCE,
                                    new ShownName("Dr", "ZYGALSKI", "Ann", "Ann ZYGALSKI", "Poznań"),
                                    "pl",
                                    15,
                                    List.of(MERGED),
                                    null),
                            new PresenterEvent(
                                    BOB,
                                    1,
                                    false,
                                    CONFERENCE,
                                    new ShownName(null, "BOB", null, "BOB", null),
                                    null,
                                    null,
                                    null,
                                    null));
        }
    }

    private static void migrate(DataSource database, String version) {
        Flyway.configure()
                .locations(
                        "filesystem:../chassis/service/src/main/resources/db/migration",
                        "filesystem:src/main/resources/db/migration")
                .dataSource(database)
                .target(version)
                .load()
                .migrate();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <E> List<E> told(Connection connection, String topic, String type, Class<E> event)
            throws SQLException, IOException {
        try (var select = connection.prepareStatement(
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
}
