package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gets more mails within an hour than organisers want. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class PaceTest {

    @Inject
    EvaluationQueue queue;

    private Programme programme;
    private Reader ada;
    private Reader bob;
    private Talk loom;

    @BeforeEach
    void adaHasGotHerTwoMailsOfTheHour() {
        programme = Programme.impatientConference();
        programme.settings(Map.of("mailsPerHour", 2));
        ada = programme.presenter("Ada L.", "ada@uni.example");
        bob = programme.presenter("Bob M.", "bob@uni.example");
        loom = programme.talk(3, "Loom", ada);
        programme.place(loom, "Auditorium", "2027-03-02T10:00", 30);
        programme.deliverAll();
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.deliverAll();
    }

    @Test
    void whatFallsDueBeyondThatWaitsUntilTheHourHasRoom() {
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(programme.notices().getList("items.state")).containsExactly("SENT", "SENT");
        assertThat(programme.state(ada)).isEqualTo("PENDING");
        assertThat(Instant.parse(programme.get("/briefings").getString("items[0].dueAt")))
                .isCloseTo(Instant.now().plus(1, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whatWaitedIsToldOnceAsItIsByThen() {
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        programme.place(loom, "Cellar", "2027-03-02T11:00", 30);
        programme.untilQuiet();
        // When
        passAnHour();
        // Then
        assertThat(programme.notices().getList("items.state")).containsExactly("DUE", "SENT", "SENT");
        assertThat(programme.differences()).contains("room: Blue room → Cellar").hasSize(2);
    }

    @Test
    void whatIsToBeLookedAtIsHeldOnceItsTimeComes() {
        programme.forReview(true);
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        passAnHour();
        assertThat(programme.notices().getList("items.state")).containsExactly("HELD", "SENT", "SENT");
    }

    @Test
    void whatIsAsItWasToldByThenIsNotTold() {
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(programme.state(ada)).isEqualTo("TOLD");
        passAnHour();
        assertThat(programme.notices().getList("items.state")).containsExactly("SENT", "SENT");
    }

    @Test
    void othersAreToldMeanwhile() {
        loom.presenters = List.of(ada, bob);
        programme.tell(loom, "Bob joins");
        programme.untilQuiet();
        assertThat(programme.state(bob)).isEqualTo("PENDING");
        assertThat(programme.notices().getString("items[0].presenter.name")).isEqualTo("Bob M.");
        assertThat(programme.notices().getString("items[0].state")).isEqualTo("DUE");
        assertThat(programme.notices().getList("items.findAll { it.presenter.name == 'Ada L.' }"))
                .hasSize(2);
    }

    @Test
    void whereThereIsRoomForOneMailOnlyItTellsAll() {
        programme.settings(Map.of("mailsPerHour", 3));
        programme.together(3);
        for (var number = 4; number < 7; number++) {
            programme.place(
                    programme.talk(number, "Talk " + number, ada), "Attic", "2027-03-0" + number + "T10:00", 30);
        }
        programme.untilQuiet();
        assertThat(programme.get("/notices?state=DUE").getList("items.subject"))
                .containsOnly("Your 3 talks are scheduled: Physics and AI")
                .hasSize(3);
    }

    @Test
    void aHigherLimitHoldsForWhatWaits() {
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        programme.settings(Map.of("mailsPerHour", 3));
        resync();
        assertThat(programme.notices().getList("items.state")).containsExactly("DUE", "SENT", "SENT");
    }

    @Test
    void aMessageWaitsToo() {
        write();
        assertThat(dueTimesOfMessages()).singleElement().satisfies(PaceTest::isInAnHour);
    }

    @Test
    void newsWaitsForNoMessage() {
        programme.settings(Map.of("mailsPerHour", 3));
        write();
        write();
        programme.place(loom, "Attic", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(programme.differences()).containsExactly("room: Blue room → Attic");
        assertThat(programme.notices().getString("items[0].state")).isEqualTo("DUE");
        // And the next news waits for those three.
        programme.deliverAll();
        programme.place(loom, "Cellar", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(programme.state(ada)).isEqualTo("PENDING");
    }

    @Test
    void anotherLimitHoldsForMessagesThatWaitToo() {
        write();
        write();
        write();
        programme.settings(Map.of("defaultLanguage", "de"));
        assertThat(dueTimesOfMessages())
                .hasSize(3)
                .allSatisfy(due -> assertThat(due).isAfter(Instant.now().plus(50, ChronoUnit.MINUTES)));
        programme.settings(Map.of("mailsPerHour", 4));
        assertThat(dueTimesOfMessages()).hasSize(3).satisfies(PaceTest::isInAnHour, Index.atIndex(2));
        assertThat(dueTimesOfMessages().subList(0, 2))
                .allSatisfy(due -> assertThat(due).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
    }

    @Test
    void whatIsReleasedWaitsToo() {
        programme.settings(Map.of("mailsPerHour", 3, "hold", true));
        write();
        write();
        programme
                .asOrganiser()
                .contentType("application/json")
                .body(Map.of())
                .post("/notification/conferences/" + programme.slug + "/notices/release")
                .then()
                .statusCode(200)
                .body("notices", equalTo(2));
        assertThat(dueTimesOfMessages())
                .hasSize(2)
                .satisfies(PaceTest::isInAnHour, Index.atIndex(1))
                .satisfies(due -> assertThat(due).isBefore(Instant.now().plusSeconds(60)), Index.atIndex(0));
    }

    @Test
    void whatWasSentLongAgoAndIsSentAgainCountsNow() {
        var told = programme.notices().getString("items.find { it.kind == 'CHANGED' }.id");
        passAnHour();
        programme
                .asOrganiser()
                .post("/notification/conferences/" + programme.slug + "/notices/" + told + "/resend")
                .then()
                .statusCode(200);
        programme.settings(Map.of("mailsPerHour", 1));
        write();
        assertThat(dueTimesOfMessages()).singleElement().satisfies(PaceTest::isInAnHour);
    }

    @Test
    void aMessageThatWaitsCanBeTakenBackAndNewsCannot() {
        write();
        var waiting = programme.notices().getString("items.find { it.kind == 'MESSAGE' }.id");
        discard(waiting).statusCode(200).body("state", equalTo("DISCARDED"));
        var told = programme.notices().getString("items.find { it.kind == 'SCHEDULED' }.id");
        discard(told).statusCode(409);
    }

    private ValidatableResponse discard(String notice) {
        return programme
                .asOrganiser()
                .contentType("application/json")
                .body(Map.of("reason", "A mistake"))
                .post("/notification/conferences/" + programme.slug + "/notices/" + notice + "/discard")
                .then();
    }

    private static void isInAnHour(Instant due) {
        assertThat(due).isCloseTo(Instant.now().plus(1, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    private void write() {
        programme
                .asOrganiser()
                .contentType("application/json")
                .body(Map.of("subject", "Slides", "text", "Bring them.", "to", Map.of("all", true)))
                .post("/notification/conferences/" + programme.slug + "/messages")
                .then()
                .statusCode(201);
        programme.untilQuiet();
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private List<Instant> dueTimesOfMessages() {
        return QuarkusTransaction.requiringNew().call(() -> (List<Instant>) Panache.getEntityManager()
                .createNativeQuery(
                        "select next_attempt_at from notice where conference_id = :id and kind = 'MESSAGE' order by seq",
                        Instant.class)
                .setParameter("id", programme.id)
                .getResultList());
    }

    private void passAnHour() {
        QuarkusTransaction.requiringNew().run(() -> {
            var entities = Panache.getEntityManager();
            for (var sql : List.of(
                    "update notice set sent_at = sent_at - interval '61 minutes' where conference_id = :id",
                    "update briefing set waits_until = waits_until - interval '61 minutes' where conference_id = :id")) {
                entities.createNativeQuery(sql).setParameter("id", programme.id).executeUpdate();
            }
        });
        resync();
    }

    /** As each minute. */
    private void resync() {
        QuarkusTransaction.requiringNew().run(() -> queue.resync(1_000));
        programme.untilQuiet();
    }
}
