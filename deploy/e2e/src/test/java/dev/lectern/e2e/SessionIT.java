package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session and its talks go together; its chair hears of it once, and the presenters of their talks. */
@ExtendWith(RunningStack.class)
class SessionIT {

    private final Lectern lectern;
    private final Inbox inbox;
    private Organiser organiser;
    private Map<String, Object> session;

    SessionIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    /** PEAL, who presents nothing, chairs the session of the talks of BELL and CLOCK. */
    @BeforeEach
    void aSessionIsTold() {
        organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.contribution("Clocks", organiser.presenter("CLOCK"));
        organiser.room("blue", "Auditorium");
        organiser.room("red", "Blue room");
        session = new HashMap<>(Map.of(
                "op",
                "session",
                "title",
                "Time",
                "room",
                "blue",
                "startsAt",
                "2027-03-02T10:00",
                "durationMinutes",
                90,
                "chairs",
                List.of(organiser.presenter("PEAL")),
                "talks",
                List.of(1, 2)));
        session.put(
                "id",
                organiser
                        .post("/schedule", "/changes", Map.of("operations", List.of(session)))
                        .statusCode(201)
                        .extract()
                        .path("sessions[0].after.id"));
        organiser.publish();
        inbox.await(organiser.address("peal"), 1);
        inbox.await(organiser.address("bell"), 1);
        inbox.await(organiser.address("clock"), 1);
    }

    @Test
    void aMoveIsOneMailToEachOfThem() {
        session.put("room", "red");
        organiser
                .post("/schedule", "/changes", Map.of("operations", List.of(session), "comment", "The organ is out"))
                .statusCode(201)
                .body("tells.presenter.name", contains("BELL", "CLOCK", "PEAL"));

        var mail = inbox.await(organiser.address("peal"), 2).get(1);
        assertThat(mail.text())
                .contains("Your session “Time”", "Room: Auditorium → Blue room", "The organ is out", "/sessions/");
        assertThat(mail.calendar().getEvents().get(0).getUid().getValue()).isEqualTo(session.get("id") + "@lectern");
        assertThat(inbox.await(organiser.address("bell"), 2).get(1).text()).contains("Room: Auditorium → Blue room");
        assertThat(inbox.await(organiser.address("clock"), 2)).hasSize(2);
        organiser
                .agenda()
                .body("sessions[0].room.name", equalTo("Blue room"))
                .body("sessions[0].chairs.name", contains("PEAL"))
                .body("sessions[0].talks", contains(1, 2));
    }

    @Test
    void aRemovedSessionIsCancelledForItsChairAlone() {
        organiser
                .post(
                        "/schedule",
                        "/changes",
                        Map.of("operations", List.of(Map.of("op", "removeSession", "id", session.get("id")))))
                .statusCode(201)
                .body("tells.presenter.name", contains("PEAL"))
                .body("tells.kind", contains("CANCELLED"));

        assertThat(inbox.await(organiser.address("peal"), 2).get(1).method()).isEqualTo("CANCEL");
        assertThat(inbox.await(organiser.address("bell"), 1)).hasSize(1);
    }
}
