package dev.lectern.schedule.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import dev.lectern.schedule.Topics;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.edit.AddRoom;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.timetable.RoomDetails;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is left of a deleted contribution or conference: nothing that anybody said or did, in whatever order the news
 * come.
 */
@QuarkusTest
@WithTestResource(BackingServices.class)
class ErasureTest {

    @Inject
    Editing editing;

    private TestConference conference;

    /** Talk 3 is placed with a comment and published, as version 4. */
    @BeforeEach
    void aPublishedConference() {
        conference = TestConference.ready();
        conference.tell(
                3,
                Map.of(
                        "title",
                        "Bells of ZYGALSKI",
                        "presenters",
                        List.of(presenter()),
                        "authors",
                        List.of(author()),
                        "links",
                        List.of(Map.of("url", "https://bells.example/", "title", "By ZYGALSKI"))));
        conference.place(3, Map.of("room", "red", "startsAt", "2027-03-02T10:00", "comment", "ZYGALSKI comes at ten"));
        conference.publish();
    }

    @Test
    void aContributionDeletedAloneIsCancelledInTheNameOfWhoDeletedIt() {
        conference.tell(
                3,
                Map.of(
                        "deleted",
                        true,
                        "title",
                        "",
                        "presenters",
                        List.of(),
                        "announced",
                        TestConference.announcedAt(3, "Grace H.", "A mistake")));

        var told = told(3, 2).get(1);
        assertThat(told.get("status").asText()).isEqualTo("UNSCHEDULED");
        assertThat(told.get("announced").toString())
                .isEqualTo("{\"revision\":5,\"author\":\"Grace H.\",\"comment\":\"A mistake\"}");
        conference.working().body("unscheduled.number", contains(4));
        conference.place(3, "red", "2027-03-02T10:00").statusCode(404);
    }

    @Test
    void aDeletedConferenceHasNoAgendaAndNoSchedule() {
        deleteConference();

        await().untilAsserted(
                        () -> given().get("/agenda/" + conference.slug).then().statusCode(404));
        given().get("/agenda?pageSize=500").then().body("items.slug", not(hasItem(conference.slug)));
        conference.organiser().get(conference.path("")).then().statusCode(404);
        conference.organiser().delete(conference.path("/publication")).then().statusCode(404);
    }

    @Test
    void itsSlotsAreTakenBackAndNobodyIsNamed() {
        deleteConference();

        var told = told(3, 2).get(1);
        assertThat(told.get("status").asText()).isEqualTo("UNPUBLISHED");
        assertThat(told.get("revision").asInt()).isEqualTo(5);
        assertThat(told.get("announced").toString()).isEqualTo("{\"revision\":4,\"author\":\"\",\"comment\":null}");
    }

    @Test
    void whatWasTakenBackBeforeIsToldOnceMoreWithoutNames() {
        conference.unpublish();
        deleteConference();

        var told = told(3, 3);
        assertThat(told.get(1).at("/announced/author").asText()).isEqualTo("Ada L.");
        assertThat(told.get(2).get("status").asText()).isEqualTo("UNPUBLISHED");
        assertThat(told.get(2).at("/announced/author").asText()).isEmpty();
    }

    @Test
    void nothingOfItIsLeft() {
        deleteConference();
        await().until(this::isErased);

        assertThat(rows()).doesNotContain("ZYGALSKI", "Liège", "Ada L.", "ada@conf.example", "Red room", "Clocks");
        assertThat(count("select count(*) from change where conference_id = :id"))
                .isEqualTo(count("select version from schedule where conference_id = :id"));
    }

    @Test
    void theDeletionsOfItsContributionsTakeTheAgendaBackAndCancelNothing() {
        deleteContribution(4);
        await().untilAsserted(
                        () -> given().get("/agenda/" + conference.slug).then().statusCode(404));
        deleteContribution(3);
        deleteConference();
        await().until(this::isErased);

        assertThat(told(3, 3))
                .extracting(event -> event.get("status").asText())
                .containsExactly("SCHEDULED", "UNPUBLISHED", "UNPUBLISHED");
    }

    @Test
    void lateNewsOfItsContributionsBringNothingBack() {
        deleteConference();
        await().until(this::isErased);

        conference.tell(
                3, Map.of("title", "ZYGALSKI again", "presenters", List.of(presenter()), "authors", List.of(author())));
        conference.accept(5, "New ZYGALSKI", Map.of("presenters", List.of(presenter())));
        conference.repeat(4, Map.of("revision", 1, "title", "Old ZYGALSKI"));
        deleteContribution(3);
        deleteContribution(4);
        deleteContribution(5);

        await().untilAsserted(() -> assertThat(revisions()).isEqualTo("4 2 2"));
        assertThat(rows()).doesNotContain("ZYGALSKI", "Liège");
        assertThat(count("select count(*) from contribution where not deleted and conference_id = :id"))
                .isZero();
        assertThat(count("select count(*) from parked_record where key = cast(:id as text)"))
                .isZero();
        assertThat(told(3, 2)).hasSize(2);
    }

    @Test
    void anEditThatWasUnderWayIsRefused() {
        deleteConference();
        await().until(this::isErased);

        assertThatThrownBy(() -> editing.apply(
                        conference.id,
                        Signature.of(null, false),
                        new AddRoom("late", new RoomDetails("Late", null, true))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aParkedRecordThatMentionsItIsForgotten() {
        var poison = "{\"id\":7,\"conferenceId\":\"" + conference.id + "\",\"title\":\"ZYGALSKI\"}";
        Topics.send(
                "lectern.catalog.contribution.v1",
                conference.idOf(3).toString(),
                poison.getBytes(StandardCharsets.UTF_8));
        await().until(() -> parked() == 1);

        deleteConference();

        await().until(() -> parked() == 0);
    }

    @Test
    void noAnswerThatWouldBeRepeatedQuotesIt() {
        conference
                .organiser()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", "ZYGALSKI's room"))
                .post(conference.path("/rooms"))
                .then()
                .statusCode(201);
        var quoting = """
                select count(*) from kept_answer join conference on conference.id = :id
                where starts_with(path, '/schedule/conferences/' || slug || '/')""";
        assertThat(count(quoting)).isOne();

        deleteConference();

        await().until(() -> count(quoting) == 0);
    }

    private void deleteConference() {
        var deletion = new HashMap<String, Object>(Map.of("deleted", true, "title", "", "organisers", List.of()));
        conference.tell(deletion);
    }

    private void deleteContribution(int number) {
        conference.tell(number, Map.of("deleted", true, "title", "", "abstract", "", "presenters", List.of()));
    }

    private static Map<String, Object> presenter() {
        return Map.of("id", UUID.randomUUID(), "name", "Henryk ZYGALSKI", "affiliation", "Liège");
    }

    private static Map<String, Object> author() {
        return Map.of("name", "Henryk ZYGALSKI", "affiliation", "Liège");
    }

    private boolean isErased() {
        return count("select count(*) from room where conference_id = :id") == 0;
    }

    private long parked() {
        return count(
                "select count(*) from parked_record where position(convert_to(cast(:id as text), 'UTF8') in payload) > 0");
    }

    private String revisions() {
        return (String)
                sql(
                        "select string_agg(cast(revision as text), ' ' order by number) from contribution where conference_id = :id");
    }

    private long count(String statement) {
        return ((Number) sql(statement)).longValue();
    }

    private String rows() {
        return List.of("contribution", "booking", "room", "change", "schedule", "draft", "availability").stream()
                        .map(table -> ""
                                + sql("select cast(json_agg(" + table + ") as text) from " + table
                                        + " where conference_id = :id"))
                        .toList()
                + "" + sql("select cast(json_agg(conference) as text) from conference where id = :id");
    }

    private Object sql(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery(statement)
                        .setParameter("id", conference.id)
                        .getSingleResult());
    }

    private List<JsonNode> told(int number, int count) {
        return await().until(() -> Topics.slotEvents(conference.idOf(number)), events -> events.size() == count);
    }
}
