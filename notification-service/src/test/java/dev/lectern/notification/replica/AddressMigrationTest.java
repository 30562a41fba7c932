package dev.lectern.notification.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What is known of addresses when they get a topic of their own. */
class AddressMigrationTest {

    @Test
    void theyStayWithTheirRevisionsAndCountAsEvaluated() throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start();
                var connection = postgres.getPostgresDatabase().getConnection()) {
            migrate(postgres.getPostgresDatabase(), "23");
            run(connection, """
                    insert into presenter (id, revision, deleted, conference_id, name, email)
                    select cast(id as uuid), revision, deleted, gen_random_uuid(), 'Ann', email from (values
                        ('00000000-0000-0000-0000-000000000001', 7, false, 'ann@uni.example'),
                        ('00000000-0000-0000-0000-000000000002', 3, false, null),
                        ('00000000-0000-0000-0000-000000000003', 9, true, null)
                    ) as known (id, revision, deleted, email)""");
            run(connection, """
                    insert into briefing (id, conference_id, contribution_id, presenter_id, settled_slot,
                        settled_contribution, baseline, evaluated_presenter)
                    select gen_random_uuid(), conference_id, gen_random_uuid(), id, 0, 0, false, revision from presenter""");

            migrate(postgres.getPostgresDatabase(), "24");

            assertThat(rows(connection, "select concat_ws(' ', revision, deleted, email) from address order by id"))
                    .containsExactly("7 f ann@uni.example", "3 f", "9 t");
            assertThat(rows(connection, "select evaluated_address from briefing order by presenter_id"))
                    .containsExactly("7", "3", "9");
        }
    }

    private static void migrate(DataSource database, String version) {
        Flyway.configure()
                .locations("filesystem:src/main/resources/db/migration")
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

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
