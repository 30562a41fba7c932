package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One of the stack's databases, for looking only. */
final class Database {

    private final JsonNode postgres;
    private final String name;

    Database(JsonNode status, String name) {
        this.postgres = status.get("postgres");
        this.name = name;
    }

    long count(String sql) {
        return ((Number) rows(sql).get(0).get(0)).longValue();
    }

    List<List<Object>> rows(String sql) {
        var url = postgres.get("url").asText().replaceFirst("/[^/]*$", "/" + name);
        try (var connection = DriverManager.getConnection(
                        url,
                        postgres.get("user").asText(),
                        postgres.get("password").asText());
                var statement = connection.createStatement();
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
