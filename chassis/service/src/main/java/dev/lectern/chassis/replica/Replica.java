package dev.lectern.chassis.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.events.EventJson;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that holds the newest state of what another service tells of. A record is its row, as JSON has it: the
 * members are the columns, the first one is the key, and one is the {@code revision}.
 */
public final class Replica<R extends Record> {

    /** By member, the key first. */
    private final Map<String, String> columns = new LinkedHashMap<>();

    private final String key;
    private final Class<R> row;
    private final String upsert;
    private final String below;
    private final String withKeys;

    public Replica(String table, Class<R> row) {
        this.row = row;
        Arrays.stream(row.getRecordComponents())
                .map(Replica::member)
                .forEach(member -> columns.put(member, column(member)));
        key = columns.values().iterator().next();
        var news = columns.values().stream()
                .filter(column -> !column.equals(key))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        // All rows are one document; everybody locks them in the order of their keys.
        upsert = """
                insert into %1$s as stored (%2$s)
                select %2$s from jsonb_populate_recordset(cast(null as %1$s), cast(:rows as jsonb)) order by %3$s
                on conflict (%3$s) do update set %4$s where stored.revision < excluded.revision
                returning cast(%3$s as text)""".formatted(table, String.join(", ", columns.values()), key, news);
        var rows = "select cast(to_jsonb(stored) as text) from " + table + " as stored where ";
        below = rows + """
                revision < :revision and (%%s)
                    and not exists (select from parked_record where parked_record.key = cast(stored.%1$s as text))
                order by %1$s limit :most""".formatted(key);
        withKeys = rows + key + " = any (:keys)";
    }

    /** Writes rows, each of another key, where nothing or a lower revision is stored. Returns those that were news. */
    public List<R> store(List<R> rows) {
        return store(rows, Function.identity());
    }

    /** Writes the rows of events likewise, and returns the events that were news. */
    public <E> List<E> store(List<E> events, Function<E, R> row) {
        var rows = events.stream().map(row).map(this::json).toList();
        var news = rows.isEmpty() ? Set.<String>of() : write(rows);
        return IntStream.range(0, rows.size())
                .filter(i -> news.contains(rows.get(i).get(key).asText()))
                .mapToObj(events::get)
                .toList();
    }

    /**
     * Rows with lower revisions, the first ones by their keys, but for those of which a parked record may know more.
     *
     * @param condition which of them, in SQL; {@code stored} is the row
     */
    public List<R> below(long revision, String condition, int most) {
        return Panache.getSession()
                .createNativeQuery(below.formatted(condition), Tuple.class)
                .setParameter("revision", revision)
                .setParameter("most", most)
                .getResultStream()
                .map(stored -> row(text(stored)))
                .toList();
    }

    /** The rows with these keys. */
    public List<R> withKeys(List<UUID> keys) {
        return Panache.getSession()
                .createNativeQuery(withKeys, Tuple.class)
                .setParameter("keys", keys.toArray(UUID[]::new))
                .getResultStream()
                .map(stored -> row(text(stored)))
                .toList();
    }

    /** Plans of tuples are found again in the cache; those of a class for the one column are not. */
    private static String text(Tuple row) {
        return row.get(0, String.class);
    }

    private R row(String stored) {
        try {
            var json = EventJson.MAPPER.readTree(stored);
            var members = EventJson.MAPPER.createObjectNode();
            columns.forEach((member, column) -> members.set(member, json.get(column)));
            return EventJson.MAPPER.treeToValue(members, row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is not what is stored in it", e);
        }
    }

    private Set<String> write(List<? extends JsonNode> rows) {
        return Panache.getSession()
                .createNativeQuery(upsert, Tuple.class)
                .setParameter(
                        "rows", EventJson.MAPPER.createArrayNode().addAll(rows).toString())
                .getResultStream()
                .map(Replica::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private ObjectNode json(R row) {
        var members = EventJson.MAPPER.valueToTree(row);
        var json = EventJson.MAPPER.createObjectNode();
        columns.forEach((member, column) -> json.set(column, members.get(member)));
        return json;
    }

    private static String member(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static String column(String member) {
        return member.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
