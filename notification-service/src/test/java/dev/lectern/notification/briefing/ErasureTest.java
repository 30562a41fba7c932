package dev.lectern.notification.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A conference is deleted: nobody is mailed, whatever comes first, and nothing is left of anybody. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class ErasureTest {

    private static final List<String> TABLES = List.of(
            "appearance", "presenter", "slot", "briefing", "notice", "settings", "organizer", "touch", "template");
    private static final List<String> FORGOTTEN =
            List.of("briefing", "notice", "settings", "organizer", "touch", "template");

    private Programme programme;
    private Reader henryk;
    private Talk bells;

    /** Henryk was told of his talk. A notice that it was moved is due, and may never leave. */
    @BeforeEach
    void aNoticeIsDue() {
        programme = Programme.impatientConference();
        programme.closes("Ask ZYGALSKI");
        henryk = programme.presenter("Henryk ZYGALSKI", "henryk@uni.example");
        bells = programme.talk(3, "Bells of ZYGALSKI", henryk);
        programme.place(bells, "Auditorium", "2027-03-02T10:00", 30);
        programme.deliverAll();
        programme.place(bells, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(kinds()).containsExactlyInAnyOrder("SCHEDULED", "CHANGED");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void nobodyIsMailedInWhateverOrderTheEventsCome(List<String> order) {
        for (var topic : order) {
            delete(topic);
            programme.untilQuiet();
            assertThat(kinds()).isSubsetOf("SCHEDULED", "CHANGED");
        }
        assertThat(kinds()).isEmpty();
        assertNothingIsLeft();
    }

    static List<List<String>> orders() {
        return permutations(List.of("conference", "contribution", "presenter", "slot"));
    }

    @Test
    void itsRoutesAreGone() {
        programme.delete();
        programme.untilQuiet();
        for (var path : List.of("/notices", "/briefings", "/settings")) {
            given().auth()
                    .oauth2(TestTokens.admin())
                    .get("/notification/conferences/" + programme.slug + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aNoticeThatIsBeingSentIsForgottenToo() {
        programme.startSending();
        programme.delete();
        await().untilAsserted(() -> assertThat(kinds()).isEmpty());
        programme.untilQuiet();
        assertNothingIsLeft();
    }

    @Test
    void lateNewsBringNothingBackAndTellNobody() {
        programme.delete();
        programme.untilQuiet();

        bells.title = "ZYGALSKI again";
        programme.tell(bells, "ZYGALSKI");
        programme.hasAddress(henryk, "zygalski@uni.example");
        programme.place(bells, "ZYGALSKI hall", "2027-03-02T11:00", 30);
        var late = programme.talk(4, "Late ZYGALSKI", programme.presenter("Late ZYGALSKI", "late@uni.example"));
        programme.place(late, "ZYGALSKI hall", "2027-03-02T12:00", 30);
        programme.untilQuiet();

        assertThat(kinds()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void anotherConferenceKeepsEverything() {
        var other = Programme.impatientConference();
        var ada = other.presenter("Ada L.", "ada@uni.example");
        var loom = other.talk(3, "Loom", ada);
        other.place(loom, "Auditorium", "2027-03-02T10:00", 30);
        other.deliverAll();

        programme.delete();
        programme.untilQuiet();

        assertThat(other.told()).containsExactly("SCHEDULED to ada@uni.example");
        assertThat(other.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aParkedRecordThatMentionsItIsForgotten() {
        Topics.send(
                "lectern.catalog.address.v1",
                henryk.id(),
                Map.of("id", 7, "conferenceId", programme.id, "email", "henryk@uni.example"));
        await().until(() -> parked() == 1);

        programme.delete();

        await().until(() -> parked() == 0);
    }

    private void delete(String topic) {
        switch (topic) {
            case "conference" -> programme.delete();
            case "contribution" -> programme.deleteWithConference(bells);
            case "presenter" -> programme.deleteWithConference(henryk);
            default -> programme.takeBackForGood(bells);
        }
    }

    private void assertNothingIsLeft() {
        assertThat(FORGOTTEN.stream().map(this::rows)).containsOnly("null");
        assertThat(TABLES.stream().map(this::rows).toList().toString())
                .doesNotContain("ZYGALSKI", "uni.example", "Ada L.", "moved for a reason");
    }

    private String rows(String table) {
        return "" + sql("select cast(json_agg(" + table + ") as text) from " + table + " where conference_id = :id");
    }

    private List<String> kinds() {
        return List.of((String[])
                sql("select cast(coalesce(array_agg(kind), '{}') as text[]) from notice where conference_id = :id"));
    }

    private long parked() {
        return ((Number)
                        sql(
                                "select count(*) from parked_record where position(convert_to(cast(:id as text), 'UTF8') in payload) > 0"))
                .longValue();
    }

    private Object sql(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery(statement)
                        .setParameter("id", programme.id)
                        .getSingleResult());
    }

    private static List<List<String>> permutations(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : of) {
            var rest = of.stream().filter(other -> !other.equals(first)).toList();
            permutations(rest).forEach(tail -> {
                var whole = new ArrayList<>(List.of(first));
                whole.addAll(tail);
                all.add(whole);
            });
        }
        return all;
    }
}
