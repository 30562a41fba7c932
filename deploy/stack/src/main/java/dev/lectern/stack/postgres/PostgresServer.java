package dev.lectern.stack.postgres;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Secrets;
import dev.lectern.stack.process.Failure;
import dev.lectern.stack.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One PostgreSQL server, with a database and a role of the same name for each service. */
public final class PostgresServer implements Program {

    public static final String SUPERUSER = "postgres";

    /** Everything that differs from PostgreSQL's defaults, which are the durable ones. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", Ports.HOST,
            "unix_socket_directories", "",
            // Three services with several pools each, their replicas in experiments, and a person with psql.
            "max_connections", "200",
            "log_timezone", "UTC",
            "timezone", "UTC");

    private final DataDirectory data;
    private final Path home;
    private final Ports ports;
    private final List<String> databases;

    public PostgresServer(DataDirectory data, Path home, Ports ports, List<String> databases) {
        this.data = data;
        this.home = home;
        this.ports = ports;
        this.databases = databases;
    }

    /** {@code jdbc:postgresql://127.0.0.1:8083/} to which the name of a database is added. */
    public static String url(Ports ports) {
        return "jdbc:postgresql://" + ports.address(Port.POSTGRES) + "/";
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return ports.address(Port.POSTGRES);
    }

    /** Fast shutdown: clients are disconnected, the data is checkpointed. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (Files.notExists(directory())) {
            createCluster();
        }
        Predecessor.remove(directory());
    }

    @Override
    public List<String> command() {
        var command = unprivileged("postgres", "-D", directory().toString(), "-p", "" + ports.of(Port.POSTGRES));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    @Override
    public boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void furnish() throws SQLException {
        try (var connection = connect()) {
            for (var database : databases) {
                if (!exists(connection, database)) {
                    create(connection, database);
                }
            }
        }
    }

    /** The role first: if this is cut short, the database is still missing and all of it is done again. */
    private void create(Connection connection, String database) throws SQLException {
        var password = Secrets.password(data, database);
        try (var statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + database);
            statement.execute("CREATE ROLE " + database + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + database + " OWNER " + database);
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private Connection connect() throws SQLException {
        return connect(data, ports, "postgres");
    }

    /** As the superuser; gives up soon where nobody answers. */
    public static Connection connect(DataDirectory data, Ports ports, String database) throws SQLException {
        return DriverManager.getConnection(
                url(ports) + database + "?connectTimeout=2&socketTimeout=10",
                SUPERUSER,
                Secrets.password(data, SUPERUSER));
    }

    /** Made beside its place and then moved, so that a half-made one is never taken for a database. */
    private void createCluster() throws IOException, InterruptedException {
        var fresh = data.file("postgres.new");
        DataDirectory.deleteTree(fresh);
        Secrets.password(data, SUPERUSER);
        var log = data.log("postgres-init").toFile();
        var exit = new ProcessBuilder(unprivileged(
                        "initdb",
                        "-D",
                        fresh.toString(),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + Secrets.file(data, SUPERUSER + ".password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same sorting on every platform, whatever its locales.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new Failure("postgres: initdb failed, see " + log);
        }
        Files.move(fresh, directory());
    }

    /** PostgreSQL refuses to run as root, so a root user runs it in a user namespace, where it is nobody. */
    private List<String> unprivileged(String program, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(PostgresBinaries.unpackedBelow(home)
                .resolve("bin")
                .resolve(program)
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private Path directory() {
        return data.file("postgres");
    }
}
