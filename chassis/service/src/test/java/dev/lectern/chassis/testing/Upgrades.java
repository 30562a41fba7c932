package dev.lectern.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** What earlier releases have left of a service's database in {@code deploy/upgrade}, and what becomes of it now. */
public final class Upgrades {

    private static final Path RELEASES = Path.of("../deploy/upgrade");
    private static final List<Path> MIGRATIONS = List.of(
            Path.of("../chassis/service/src/main/resources/db/migration"), Path.of("src/main/resources/db/migration"));

    /** Columns, constraints and indexes, each as a line; the order of columns is of no matter. */
    private static final String SCHEMA = """
            select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
                from information_schema.columns where table_schema = 'public'
            union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where connamespace = 'public'::regnamespace
            union all select indexdef from pg_indexes where schemaname = 'public'""";

    private Upgrades() {}

    /** Checks each earlier release of the service that is being tested, by its database's name. */
    public static void check(String database) throws IOException, SQLException {
        var releases = releases();
        assertThat(releases).isNotEmpty();
        try (var postgres = EmbeddedPostgres.start()) {
            var fresh = create(postgres, "fresh");
            migrate(fresh);
            for (var release : releases) {
                var upgraded = create(postgres, "of_" + release.replace('.', '_'));
                restore(upgraded, release, database);
                migrate(upgraded);
                assertThat(schema(upgraded)).as("from %s", release).isEqualTo(schema(fresh));
            }
        }
    }

    /** Checks the migrations that the last release does not know. */
    public static void checkMigrations(String database) throws IOException, SQLException {
        var releases = releases();
        try (var postgres = EmbeddedPostgres.start()) {
            var last = create(postgres, "last");
            restore(last, releases.get(releases.size() - 1), database);
            var known =
                    new HashSet<>(lines(last, "select regexp_replace(script, '.*/', '') from flyway_schema_history"));
            assertThat(newFaults(known, Set.copyOf(releases))).isEmpty();
        }
    }

    private static List<String> newFaults(Set<String> known, Set<String> releases) throws IOException {
        var faults = new ArrayList<String>();
        for (var folder : MIGRATIONS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    var name = file.getFileName().toString();
                    if (!known.contains(name)) {
                        ExpandingMigration.faults(Files.readString(file), releases)
                                .forEach(fault -> faults.add(name + ": " + fault));
                    }
                }
            }
        }
        return faults;
    }

    /** Makes a database as the last release has left it. */
    static DataSource restoreLast(EmbeddedPostgres postgres, String database) throws IOException, SQLException {
        var releases = releases();
        var restored = create(postgres, database);
        restore(restored, releases.get(releases.size() - 1), database);
        return restored;
    }

    /** The oldest first. */
    private static List<String> releases() {
        try (Stream<Path> folders = Files.list(RELEASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted((one, other) -> Arrays.compare(numbers(one), numbers(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] numbers(String release) {
        return Stream.of(release.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static DataSource create(EmbeddedPostgres postgres, String name) throws SQLException {
        run(postgres.getPostgresDatabase(), "create database " + name);
        return postgres.getDatabase("postgres", name);
    }

    private static void restore(DataSource database, String release, String name) throws IOException, SQLException {
        try (var file = new GZIPInputStream(
                Files.newInputStream(RELEASES.resolve(release).resolve(name + ".sql.gz")))) {
            run(database, new String(file.readAllBytes(), UTF_8));
        }
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .locations(MIGRATIONS.stream()
                        .map(folder -> "filesystem:" + folder)
                        .toArray(String[]::new))
                .dataSource(database)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static List<String> schema(DataSource database) throws SQLException {
        return lines(database, SCHEMA);
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> lines(DataSource database, String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines.stream().sorted().toList();
        }
    }
}
