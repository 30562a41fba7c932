package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing that was answered is lost, whatever dies. */
@ExtendWith(RunningStack.class)
class PowerCutIT {

    private final Lectern lectern;
    private final Inbox inbox;

    PowerCutIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @Test
    void aMoveSurvivesTheDeathOfEveryProcessAndIsToldOnce() {
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);

        organiser.place(1, "blue", "2027-03-02T15:00").statusCode(200);
        lectern.killEverything();
        lectern.up();

        organiser.agenda().statusCode(200).body("talks[0].startsAt", equalTo("2027-03-02T15:00:00+01:00"));
        inbox.await(organiser.address("bell"), 2);
        RunningStack.invariants().quiet().await();
        var mails = inbox.to(organiser.address("bell"));
        assertThat(mails.stream().map(Inbox.Mail::messageId).distinct()).hasSize(2);
        assertThat(mails.get(1).text()).contains("15:00");
    }

    @Test
    void dataSurviveStopAndUp() {
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells");

        lectern.run("stop");
        assertThat(lectern.status().get("state").asText()).isEqualTo("stopped");
        lectern.up();

        organiser.get("/catalog", "/contributions/1").statusCode(200).body("title", equalTo("Bells"));
        organiser.put("/schedule", "/publication", Map.of()).statusCode(200);
    }

    @Test
    void aSecondUpFindsTheStackRunning() {
        var before = lectern.status();

        lectern.up();

        assertThat(lectern.status().get("processes")).isEqualTo(before.get("processes"));
        assertThat(lectern.status().get("state").asText()).isEqualTo("ready");
    }
}
