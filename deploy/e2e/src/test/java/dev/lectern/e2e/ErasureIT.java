package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is deleted is gone everywhere, and only those are told whom it takes a talk from. */
@ExtendWith(RunningStack.class)
class ErasureIT {

    private static final List<String> DATABASES = List.of("catalog", "schedule", "notification");

    private static final String COLUMNS = """
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')""";

    private final String familyName =
            "ZYG" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final Lectern lectern;
    private final Inbox inbox;
    private Organiser organiser;

    ErasureIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    /** One presenter was told of two talks, and one of them was moved since. */
    @BeforeEach
    void aPresenterIsTold() {
        organiser = Organiser.withConference(lectern);
        var presenter = organiser.presenter(familyName);
        organiser.contribution("Bells of " + familyName, presenter);
        organiser.contribution("Clocks of " + familyName, presenter);
        organiser.room("blue", "Auditorium");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.place(2, "blue", "2027-03-02T11:00").statusCode(200);
        organiser.publish();
        inbox.await(address(), 2);
        organiser
                .put(
                        "/schedule",
                        "/slots/1",
                        Map.of("room", "blue", "startsAt", "2027-03-03T10:00", "comment", familyName + " comes later"))
                .statusCode(200);
        inbox.await(address(), 3);
        RunningStack.invariants().quiet();
    }

    @Test
    void aContributionThatIsDeletedIsCancelledOnce() {
        organiser.delete("/catalog", "/contributions/2").statusCode(200).body("state", equalTo("DELETED"));

        var mail = inbox.await(address(), 4).get(3);
        assertThat(mail.method()).isEqualTo("CANCEL");
        await().untilAsserted(() -> organiser.agenda().body("talks.number", contains(1)));
        RunningStack.invariants().quiet();
        assertThat(inbox.to(address())).hasSize(4);
        organiser.place(2, "blue", "2027-03-02T11:00").statusCode(404);
    }

    @Test
    void aConferenceThatIsDeletedIsGoneEverywhereAndNobodyIsMailed() {
        assertThat(tracesInDatabases()).as("what the search finds before").isNotEmpty();
        assertThat(tracesOnTopics()).as("what the search finds before").isNotEmpty();

        organiser.delete("/catalog", "").statusCode(200).body("state", equalTo("DELETED"));

        await().untilAsserted(() -> organiser.agenda().statusCode(404));
        RunningStack.invariants().quiet();
        assertThat(inbox.to(address())).hasSize(3);
        for (var path : List.of("/catalog", "/schedule")) {
            organiser.get(path, "").statusCode(404);
        }
        organiser.get("/notification", "/notices").statusCode(404);
        organiser.delete("/catalog", "").statusCode(404);
        given().get("/agenda?pageSize=500")
                .then()
                .body("items.slug", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasItem(organiser.slug())));
        assertThat(tracesInDatabases()).isEmpty();
        assertThat(tracesOnTopics()).isEmpty();
    }

    private String address() {
        return organiser.address(familyName.toLowerCase(Locale.ROOT));
    }

    private List<String> tracesInDatabases() {
        return DATABASES.stream().flatMap(this::traces).toList();
    }

    private Stream<String> traces(String name) {
        var database = new Database(RunningStack.status(), name);
        return database.rows(COLUMNS).stream()
                .filter(column -> database.count(search(column)) > 0)
                .map(column -> name + "." + column.get(0) + "." + column.get(1));
    }

    /** In any case: the address has the name in lower case. */
    private String search(List<Object> column) {
        var text = "bytea".equals(column.get(2)) ? "encode(%s, 'escape')" : "cast(%s as text)";
        return "select count(*) from \"%s\" where %s ilike '%%%s%%'"
                .formatted(column.get(0), text.formatted("\"" + column.get(1) + "\""), familyName);
    }

    /** The keys whose newest record names the presenter; older ones stay until the broker compacts them. */
    private List<String> tracesOnTopics() {
        var newest = new HashMap<String, String>();
        for (var topic : Topics.ALL) {
            for (var record : new Topics(RunningStack.status()).records(topic)) {
                newest.put(topic + " " + record.key(), text(record.value()));
            }
        }
        return newest.entrySet().stream()
                .filter(record -> record.getValue().contains(familyName.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String text(byte[] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
