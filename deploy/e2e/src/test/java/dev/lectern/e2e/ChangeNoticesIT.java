package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.e2e.Inbox.Mail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each change is told once to everyone whom it concerns, and to nobody else. */
@ExtendWith(RunningStack.class)
class ChangeNoticesIT {

    private final Lectern lectern;
    private final Inbox inbox;
    private Organiser organiser;
    private String bell;

    ChangeNoticesIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    /** Talk 1 is BELL's, talk 2 is CLOCK's, both are placed, published and told. */
    @BeforeEach
    void twoPresentersAreTold() {
        organiser = Organiser.withConference(lectern);
        bell = organiser.presenter("BELL");
        organiser.contribution("Bells", bell);
        organiser.contribution("Clocks", organiser.presenter("CLOCK"));
        organiser.room("blue", "Auditorium");
        organiser.room("red", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.place(2, "blue", "2027-03-02T11:00").statusCode(200);
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);
        inbox.await(organiser.address("clock"), 1);
    }

    @Test
    void aMoveShowsOldAndNewInTheConferencesZone() {
        organiser
                .put(
                        "/schedule",
                        "/slots/1",
                        Map.of("room", "red", "startsAt", "2027-03-03T14:00", "comment", "A sick keynote"))
                .statusCode(200);

        var mail = theNextMail("bell", 2);
        assertThat(mail.text().lines())
                .contains(
                        "Room: Auditorium → Blue room",
                        "Time: Tue 2 March 2027, 10:00–10:30 (Europe/Paris) → Wed 3 March 2027, 14:00–14:30 (Europe/Paris)");
        assertThat(mail.text()).contains("A sick keynote", "/agenda/" + organiser.slug());
        assertThat(mail.calendar().getEvents().get(0).getSequence().getValue()).isEqualTo(1);
        nobodyElseHears("clock", 1);
    }

    @Test
    void aLongerTalkIsTold() {
        organiser
                .put(
                        "/schedule",
                        "/slots/1",
                        Map.of("room", "blue", "startsAt", "2027-03-02T10:00", "durationMinutes", 45))
                .statusCode(200);

        assertThat(theNextMail("bell", 2).text()).contains("45");
        nobodyElseHears("clock", 1);
    }

    @Test
    void anUnscheduledTalkIsCancelled() {
        organiser.delete("/schedule", "/slots/1?comment=Sorry").statusCode(200).body("status", equalTo("UNSCHEDULED"));

        var mail = theNextMail("bell", 2);
        assertThat(mail.method()).isEqualTo("CANCEL");
        assertThat(mail.text()).contains("Sorry");
        nobodyElseHears("clock", 1);
    }

    @Test
    void aNewTitleIsTold() {
        organiser
                .patch("/catalog", "/contributions/1", Map.of("title", "Bells, revisited"))
                .statusCode(200);

        assertThat(theNextMail("bell", 2).text()).contains("Title: Bells → Bells, revisited");
        nobodyElseHears("clock", 1);
    }

    @Test
    void aWithdrawalIsOneCancellation() {
        organiser
                .put("/catalog", "/contributions/1/withdrawal", Map.of("comment", "Ill"))
                .statusCode(200);

        assertThat(theNextMail("bell", 2).method()).isEqualTo("CANCEL");
        await().untilAsserted(() -> organiser.agenda().body("talks.number", org.hamcrest.Matchers.contains(2)));
        nobodyElseHears("clock", 1);
        assertThat(inbox.to(organiser.address("bell"))).hasSize(2);
    }

    @Test
    void aPresenterWhoJoinsOrLeavesIsToldAndSoAreTheOthers() {
        var third = organiser.presenter("CHIME");

        organiser
                .patch(
                        "/catalog",
                        "/contributions/1",
                        Map.of("presenters", List.of(Map.of("id", bell), Map.of("id", third))))
                .statusCode(200);
        assertThat(theNextMail("chime", 1).method()).isEqualTo("REQUEST");
        assertThat(theNextMail("bell", 2).text()).contains("CHIME");

        organiser
                .patch("/catalog", "/contributions/1", Map.of("presenters", List.of(Map.of("id", bell))))
                .statusCode(200);
        assertThat(theNextMail("chime", 2).method()).isEqualTo("CANCEL");
        theNextMail("bell", 3);
        nobodyElseHears("clock", 1);
    }

    @Test
    void aNewAddressIsToldThePresentState() {
        organiser
                .patch("/catalog", "/presenters/" + bell, Map.of("email", organiser.address("new-bell")))
                .statusCode(200);

        var mail = theNextMail("new-bell", 1);
        assertThat(mail.text()).contains("Auditorium");
        nobodyElseHears("clock", 1);
        assertThat(inbox.to(organiser.address("bell"))).hasSize(1);
    }

    @Test
    void aRenamedRoomIsToldToThoseInIt() {
        organiser.place(2, "red", "2027-03-02T11:00").statusCode(200);
        theNextMail("clock", 2);

        organiser
                .patch("/schedule", "/rooms/blue", Map.of("name", "Great hall"))
                .statusCode(200);

        assertThat(theNextMail("bell", 2).text())
                .contains(
                        "The room of your talk is now called Great hall. Time and room stay: ",
                        "Room: Auditorium → Great hall (the same room)")
                .doesNotContain("moved");
        nobodyElseHears("clock", 2);
    }

    @Test
    void movedAndMovedBackWithinTheQuietPeriodIsSilence() {
        organiser
                .patch("/notification", "/settings", Map.of("quietPeriod", "PT2S", "maxDelay", "PT10S"))
                .statusCode(200);

        organiser.place(1, "red", "2027-03-02T10:00").statusCode(200);
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.place(2, "red", "2027-03-02T11:00").statusCode(200);

        theNextMail("clock", 2);
        nobodyElseHears("bell", 1);
    }

    @Test
    void aQuietChangeIsToldWithTheNextAnnouncedOne() {
        organiser
                .put("/schedule", "/slots/1", Map.of("room", "red", "startsAt", "2027-03-02T10:00", "announce", false))
                .statusCode(200);
        nobodyElseHears("bell", 1);

        organiser.place(1, "red", "2027-03-02T15:00").statusCode(200);

        assertThat(theNextMail("bell", 2).text().lines()).contains("Room: Auditorium → Blue room");
        assertThat(inbox.to(organiser.address("bell"))).hasSize(2);
    }

    @Test
    void whatIsUnpublishedIsNotToldUntilItIsPublishedAgain() {
        organiser.delete("/schedule", "/publication").statusCode(200).body("published", equalTo(false));
        organiser.agenda().statusCode(404);
        organiser.place(1, "red", "2027-03-02T10:00").statusCode(200);
        nobodyElseHears("bell", 1);

        organiser.publish();

        assertThat(theNextMail("bell", 2).text()).contains("Room: Auditorium → Blue room");
        nobodyElseHears("clock", 1);
    }

    /** The latest of exactly so many mails. */
    private Mail theNextMail(String name, int mails) {
        var found = inbox.await(organiser.address(name), mails);
        assertThat(found).hasSize(mails);
        return found.get(mails - 1);
    }

    /** Once all that was written has been evaluated, there are exactly so many mails. */
    private void nobodyElseHears(String name, int mails) {
        RunningStack.invariants().quiet().await();
        assertThat(inbox.to(organiser.address(name))).hasSize(mails);
    }
}
