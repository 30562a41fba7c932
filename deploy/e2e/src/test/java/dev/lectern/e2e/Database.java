package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the stack's databases: for looking, and for doing harm. The connection is kept, for each new one costs a
 * process of the server and a login.
 */
final class Database {

    private static final int PATIENCE_SECONDS = 10;

    private final JsonNode postgres;
    private final String name;
    private Connection connection;

    Database(JsonNode status, String name) {
        this.postgres = status.get("postgres");
        this.name = name;
    }

    long count(String sql) {
        return ((Number) rows(sql).get(0).get(0)).longValue();
    }

    /** Damages what a service keeps. */
    void damage(String sql) {
        try (var statement = connection().createStatement()) {
            if (statement.executeUpdate(sql) == 0) {
                throw new AssertionError("nothing was damaged: " + sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    void execute(String sql) {
        try (var statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Another one where the server has died since. */
    private Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
            connection = DriverManager.getConnection(
                    postgres.get("url").asText().replaceFirst("/[^/]*$", "/" + name),
                    postgres.get("user").asText(),
                    postgres.get("password").asText());
        }
        return connection;
    }

    List<List<Object>> rows(String sql) {
        try (var statement = connection().createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<>();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
