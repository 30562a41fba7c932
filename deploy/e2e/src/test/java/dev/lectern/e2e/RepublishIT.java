package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A broker that has lost everything is no loss: what it held is in the databases. */
class RepublishIT {

    @RegisterExtension
    static final RunningStack STACK = RunningStack.apart("republish", 1);

    private final Lectern lectern;
    private final Inbox inbox;

    RepublishIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @Test
    void whatTheBrokerHasLostIsAnnouncedAgain() throws IOException {
        // Given
        var old = told();
        old.patch("/notification", "/settings", Map.of("contact", "office@conf.example"))
                .statusCode(200);
        var version = old.version();
        lectern.run("stop");
        delete(lectern.data().resolve("kafka"));
        lectern.up();
        // Then
        awaitTold(Topics.CONFERENCE);
        awaitTold(Topics.SLOT);
        awaitTold(Topics.SETTINGS);
        // When
        Awaitility.await().until(() -> lectern.run("republish").exitCode() == 0);
        // Then
        assertThat(lectern.run("republish").output())
                .containsPattern("catalog +[1-9][0-9]* aggregates announced")
                .containsPattern("schedule +[1-9][0-9]* aggregates announced")
                .containsPattern("notification +[1-9][0-9]* aggregates announced");
        RunningStack.invariants().quiet().await();
        assertThat(old.version()).isEqualTo(version);
        assertThat(inbox.to(old.address("bell"))).hasSize(1);

        old.place(1, "blue", "2027-03-03T15:00").statusCode(200);
        assertThat(inbox.await(old.address("bell"), 2).get(1).text()).contains("15:00");
        old.agenda().statusCode(200).body("talks[0].startsAt", equalTo("2027-03-03T15:00:00+01:00"));
        told();
    }

    /** Without being asked, as each service sees that Kafka is another one. */
    private static void awaitTold(String topic) {
        Awaitility.await().until(() -> !RunningStack.topics().records(topic).isEmpty());
    }

    /** A conference with a talk of which its presenter has been told. */
    private Organiser told() {
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);
        return organiser;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
