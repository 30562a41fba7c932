package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The database of the notification service is restored from a backup that is older than the others: it does not know
 * of mails that were sent since. So what is true at the start can be taken for told, as at the very first start.
 */
class ForgottenMailsIT {

    @RegisterExtension
    static final RunningStack STACK = RunningStack.toBeBroken("forgotten-mails");

    private final Lectern lectern;
    private final Inbox inbox;

    ForgottenMailsIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @Test
    void nobodyIsMailedAgainWhatIsTakenForTold() {
        // Given
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);
        RunningStack.invariants().quiet().await();
        var backup = OldDatabase.of("notification", lectern);
        organiser.place(1, "blue", "2027-03-02T15:00").statusCode(200);
        organiser.contribution("Towers", organiser.presenter("TOWER"));
        organiser.place(2, "blue", "2027-03-02T16:00").statusCode(200);
        inbox.await(organiser.address("bell"), 2);
        inbox.await(organiser.address("tower"), 1);
        RunningStack.invariants().quiet().await();
        // When
        backup.putBack("delete from baseline");
        assertThat(lectern.run("republish", "--restored").exitCode()).isZero();
        RunningStack.invariants().quiet().await();
        // Then
        assertThat(inbox.to(organiser.address("bell"))).hasSize(2);
        assertThat(inbox.to(organiser.address("tower"))).hasSize(1);

        organiser.place(1, "blue", "2027-03-03T09:00").statusCode(200);
        assertThat(inbox.await(organiser.address("bell"), 3).get(2).text()).contains("15:00", "09:00");
        organiser.place(2, "blue", "2027-03-03T10:00").statusCode(200);
        assertThat(inbox.await(organiser.address("tower"), 2).get(1).text()).contains("16:00", "10:00");
    }
}
