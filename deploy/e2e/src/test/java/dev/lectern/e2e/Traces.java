package dev.lectern.e2e;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where a word that is nowhere else is still to be found. */
record Traces(String word) {

    private static final List<String> DATABASES = List.of("catalog", "schedule", "notification");

    private static final String COLUMNS = """
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')""";

    /** The columns that have it. */
    List<String> inDatabases() {
        return DATABASES.stream().flatMap(this::traces).toList();
    }

    private Stream<String> traces(String name) {
        var database = RunningStack.database(name);
        return database.rows(COLUMNS).stream()
                .filter(column -> database.count(search(column)) > 0)
                .map(column -> name + "." + column.get(0) + "." + column.get(1));
    }

    /** In any case: the address has the name in lower case. */
    private String search(List<Object> column) {
        var text = "bytea".equals(column.get(2)) ? "encode(%s, 'escape')" : "cast(%s as text)";
        return "select count(*) from \"%s\" where %s ilike '%%%s%%'"
                .formatted(column.get(0), text.formatted("\"" + column.get(1) + "\""), word);
    }

    /** The keys whose newest record has it; older ones stay until the broker compacts them. */
    List<String> onTopics() {
        var newest = new HashMap<String, String>();
        for (var topic : Topics.ALL) {
            for (var record : RunningStack.topics().records(topic)) {
                newest.put(topic + " " + record.key(), text(record.value()));
            }
        }
        return newest.entrySet().stream()
                .filter(record -> record.getValue().contains(word.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String text(byte[] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
