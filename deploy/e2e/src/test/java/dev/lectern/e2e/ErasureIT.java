package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is deleted is gone everywhere, and only those are told whom it takes a talk from. */
@ExtendWith(RunningStack.class)
class ErasureIT {

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
        assertThat(traces().inDatabases()).as("what the search finds before").isNotEmpty();
        assertThat(traces().onTopics()).as("what the search finds before").isNotEmpty();

        organiser.delete("/catalog", "").statusCode(200).body("state", equalTo("DELETED"));

        await().untilAsserted(
                        () -> given().get("/agenda/" + organiser.slug()).then().statusCode(404));
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
        assertThat(traces().inDatabases()).isEmpty();
        assertThat(traces().onTopics()).isEmpty();
    }

    private String address() {
        return organiser.address(familyName.toLowerCase(Locale.ROOT));
    }

    private Traces traces() {
        return new Traces(familyName);
    }
}
