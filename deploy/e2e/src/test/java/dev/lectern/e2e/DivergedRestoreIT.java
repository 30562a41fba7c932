package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.lectern.e2e.Inbox.Mail;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One database is restored from a backup that is older than the others. What its service owns is what this says, for
 * all, and everybody is told once what is different for them.
 */
class DivergedRestoreIT {

    @RegisterExtension
    static final RunningStack STACK = RunningStack.apart("diverged", 1);

    private final Lectern lectern;
    private final Inbox inbox;
    private Organiser organiser;

    DivergedRestoreIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    /** Talk 1 is Bell's, at ten; talk 2 is Clock's, at eleven; both know. */
    @BeforeEach
    void aPublicSchedule() {
        organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.contribution("Clocks", organiser.presenter("CLOCK"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.place(2, "blue", "2027-03-02T11:00").statusCode(200);
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);
        inbox.await(organiser.address("clock"), 1);
        RunningStack.invariants().quiet().await();
    }

    @Test
    void aCatalogThatIsOlderIsRightAboutContributions() {
        // Given
        var backup = OldDatabase.of("catalog", lectern);
        organiser
                .patch("/catalog", "/contributions/1", Map.of("title", "Peals"))
                .statusCode(200);
        organiser.place(2, "blue", "2027-03-02T15:00").statusCode(200);
        organiser.contribution("Towers", organiser.presenter("TOWER"));
        organiser.place(3, "blue", "2027-03-02T16:00").statusCode(200);
        inbox.await(organiser.address("bell"), 2);
        inbox.await(organiser.address("clock"), 2);
        inbox.await(organiser.address("tower"), 1);
        // When
        restore(backup);
        // Then
        organiser.agenda().statusCode(200).body("talks.title", contains("Bells", "Clocks"));
        organiser.agenda().body("talks.startsAt", contains("2027-03-02T10:00:00+01:00", "2027-03-02T15:00:00+01:00"));
        assertThat(inbox.await(organiser.address("bell"), 3).get(2).text()).contains("Peals", "Bells");
        assertThat(inbox.to(organiser.address("bell"))).hasSize(3);
        assertThat(inbox.to(organiser.address("clock"))).hasSize(2);
        // The schedule and the notification service let go of the talk and of its presenter on their own: whoever is
        // known
        // still when the talk leaves the schedule is told that it does, and nothing else.
        assertThat(inbox.to(organiser.address("tower")).stream().skip(1).map(Mail::method))
                .isSubsetOf("CANCEL")
                .hasSizeLessThan(2);

        organiser
                .patch("/catalog", "/contributions/2", Map.of("title", "Dials"))
                .statusCode(200);
        assertThat(inbox.await(organiser.address("clock"), 3).get(2).text()).contains("Clocks", "Dials");
        organiser.contribution("Ropes", organiser.presenter("ROPE"));
        organiser.place(3, "blue", "2027-03-02T16:00").statusCode(200);
        inbox.await(organiser.address("rope"), 1);
        organiser.agenda().body("talks.title", contains("Bells", "Dials", "Ropes"));
    }

    @Test
    void aScheduleThatIsOlderIsRightAboutPlaces() {
        // Given
        organiser.contribution("Towers", organiser.presenter("TOWER"));
        var backup = OldDatabase.of("schedule", lectern);
        organiser.place(1, "blue", "2027-03-02T15:00").statusCode(200);
        organiser.place(3, "blue", "2027-03-02T16:00").statusCode(200);
        organiser
                .patch("/catalog", "/contributions/2", Map.of("title", "Dials"))
                .statusCode(200);
        inbox.await(organiser.address("bell"), 2);
        inbox.await(organiser.address("clock"), 2);
        inbox.await(organiser.address("tower"), 1);
        // When
        restore(backup);
        // Then
        organiser.agenda().statusCode(200).body("talks.title", contains("Bells", "Dials"));
        organiser.agenda().body("talks.startsAt", contains("2027-03-02T10:00:00+01:00", "2027-03-02T11:00:00+01:00"));
        assertThat(inbox.await(organiser.address("bell"), 3).get(2).text()).contains("15:00", "10:00");
        inbox.await(organiser.address("tower"), 2);
        assertThat(inbox.to(organiser.address("bell"))).hasSize(3);
        assertThat(inbox.to(organiser.address("clock"))).hasSize(2);
        assertThat(inbox.to(organiser.address("tower"))).hasSize(2);

        organiser.place(1, "blue", "2027-03-03T09:00").statusCode(200);
        assertThat(inbox.await(organiser.address("bell"), 4).get(3).text()).contains("10:00", "09:00");
        organiser.place(3, "blue", "2027-03-02T16:00").statusCode(200);
        inbox.await(organiser.address("tower"), 3);
    }

    private void restore(OldDatabase backup) {
        RunningStack.invariants().quiet().await();
        backup.putBack();
        assertThat(lectern.run("republish", "--restored").output())
                .containsPattern("catalog +[1-9][0-9]* aggregates announced")
                .containsPattern("schedule +[1-9][0-9]* aggregates announced");
        RunningStack.invariants().quiet().await();
    }
}
