package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a service has lost of what others told it is in the topics still. */
class RebuildIT {

    @RegisterExtension
    static final RunningStack STACK = RunningStack.apart("rebuild", 2);

    private final Lectern lectern;
    private final Inbox inbox;

    RebuildIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @Test
    void aServiceThatHasLostWhatOthersToldReadsItOnceMore() {
        // Given
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);
        RunningStack.invariants().quiet().await();
        RunningStack.database("notification").damage("delete from presenter");
        assertThat(lectern.run("rebuild", "notification").output()).contains("stop it first");
        // When
        lectern.run("stop");
        assertThat(lectern.run("rebuild", "notification").exitCode()).isZero();
        lectern.up();
        // Then
        Awaitility.await()
                .until(() -> RunningStack.database("notification")
                                .count("select count(*) from presenter where name = 'BELL'")
                        > 0);
        RunningStack.invariants().quiet().await();
        assertThat(inbox.to(organiser.address("bell"))).hasSize(1);

        organiser.place(1, "blue", "2027-03-03T15:00").statusCode(200);
        assertThat(inbox.await(organiser.address("bell"), 2).get(1).text()).contains("15:00");
    }
}
