package dev.lectern.chassis.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.events.Restoration;
import io.agroal.api.AgroalDataSource;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Has a service announce all again, and sees what its topics have before and after. */
public final class Republishing {

    private final String path;

    /** @param service as its paths begin */
    public Republishing(String service) {
        path = "/" + service + "/republication";
    }

    public RequestSpecification admin() {
        return given().auth().oauth2(TestTokens.admin());
    }

    public String path() {
        return path;
    }

    /** Waits for its end, and returns how many aggregates it announced. */
    public int run() {
        return admin().post(path).then().statusCode(200).extract().path("aggregates");
    }

    /** Waits for its end, as after a restore; until {@link #reset}, all revisions are told on top of it. */
    public void runAfterARestore() {
        admin().post(path + "?restored=true").then().statusCode(200);
    }

    /** As if the database never had been restored: the next test counts from 0. */
    public static void reset(AgroalDataSource database) throws SQLException {
        awaitSent(database);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update revision_base set base = 0");
        }
    }

    /** What a topic has of the last restoration. */
    public static long restoration(String topic) {
        var said = TopicReader.of(topic).awaitRecords(Restoration.KEY, 1);
        return Heard.read(said.get(said.size() - 1)).get("revisionsFrom").asLong();
    }

    /** Begins without waiting, and returns the path of the status. */
    public String begin() {
        return admin().header("Prefer", "respond-async")
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    public void awaitDone(String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(admin().get(status).<String>path("state")).isEqualTo("DONE"));
    }

    /** Waits until all that was committed has been sent. */
    public static void awaitSent(AgroalDataSource database) {
        await().untilAsserted(() ->
                assertThat(count(database, "select count(*) from outbox")).isZero());
    }

    /** Waits until somebody waits for a lock of a row that the test holds. */
    public static void awaitWaiting(AgroalDataSource database) {
        await().untilAsserted(() -> assertThat(count(database, "select count(*) from pg_locks where not granted"))
                .isPositive());
    }

    private static long count(AgroalDataSource database, String question) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** A transaction that is open until it is committed. */
    public static Connection open(AgroalDataSource database) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** What a topic has of some keys. */
    public record Heard(Map<String, List<ConsumerRecord<String, byte[]>>> byKey) {

        public static Heard of(String topic, Predicate<JsonNode> relevant) {
            return new Heard(TopicReader.of(topic).records().stream()
                    .filter(record -> relevant.test(read(record)))
                    .collect(Collectors.groupingBy(ConsumerRecord::key, LinkedHashMap::new, Collectors.toList())));
        }

        public Set<String> keys() {
            return byKey.keySet();
        }

        /** The state of each key for whoever has heard all, without what is said only as it changes. */
        public Map<String, JsonNode> states() {
            var states = byKey.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            key -> read(key.getValue().get(key.getValue().size() - 1))));
            states.values().forEach(state -> ((ObjectNode) state).remove(List.of("changedTogether", "hold")));
            return states;
        }

        /** The same, with revisions counted from 0, where all are counted from there. */
        public Map<String, JsonNode> statesFrom(long revisionsFrom) {
            var states = states();
            states.values().forEach(state -> {
                assertThat(((ObjectNode) state).remove("revisionsFrom").asLong())
                        .isEqualTo(revisionsFrom);
                for (var counted : List.of(state, state.path("announced"))) {
                    if (counted.has("revision")) {
                        var revision = counted.get("revision").asLong() - revisionsFrom;
                        ((ObjectNode) counted).set("revision", IntNode.valueOf(Math.toIntExact(revision)));
                    }
                }
            });
            return states;
        }

        /** Without what was heard before: what an empty topic would have got. */
        public Heard since(Heard before) {
            var news = new LinkedHashMap<String, List<ConsumerRecord<String, byte[]>>>();
            byKey.forEach((key, records) -> {
                var known = before.byKey.getOrDefault(key, List.of()).size();
                if (records.size() > known) {
                    news.put(key, records.subList(known, records.size()));
                }
            });
            return new Heard(news);
        }

        /** The revisions of one key, as they came. */
        public List<Long> revisions(Object key) {
            return byKey.get(key.toString()).stream()
                    .map(record -> read(record).get("revision").asLong())
                    .toList();
        }

        private static JsonNode read(ConsumerRecord<String, byte[]> record) {
            try {
                return EventJson.MAPPER.readTree(record.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
