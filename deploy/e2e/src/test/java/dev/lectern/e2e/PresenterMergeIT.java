package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.e2e.Inbox.Mail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two presenters turn out to be one person, who later asks to be forgotten. */
@ExtendWith(RunningStack.class)
class PresenterMergeIT {

    private final String familyName =
            "ZYG" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final Lectern lectern;
    private final Inbox inbox;
    private Organiser organiser;

    PresenterMergeIT(Lectern lectern) {
        this.lectern = lectern;
        this.inbox = new Inbox(RunningStack.status().get("inbox").asText());
    }

    @Test
    void aPersonIsMergedAndThenErased() {
        organiser = Organiser.withConference(lectern);
        var other = organiser.presenter(familyName);
        var stays = organiser
                .post("/catalog", "/presenters", Map.of("familyName", familyName, "givenNames", "Henryk"))
                .extract()
                .<String>path("id");
        organiser.contribution("Bells", other, organiser.presenter("CARL"));
        organiser.room("blue", "Auditorium");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser
                .post("/schedule", "/changes", Map.of("operations", List.of(session(other))))
                .statusCode(201);
        organiser.publish();
        inbox.await(address(), 2);
        organiser.place(1, "blue", "2027-03-02T11:00").statusCode(200);
        inbox.await(address(), 3);

        organiser
                .post("/catalog", "/presenters/" + stays + "/merge", Map.of("presenter", other))
                .statusCode(200)
                .body("email", equalTo(address()))
                .body("contributions", contains(1));
        RunningStack.invariants().quiet();
        await().untilAsserted(() -> organiser
                .agenda()
                .body("talks[0].presenters[0].name", equalTo("Henryk " + familyName))
                .body("sessions[0].chairs.id", contains(stays)));
        organiser.place(1, "blue", "2027-03-02T12:00").statusCode(200);
        var mails = inbox.await(address(), 4);
        RunningStack.invariants().quiet();

        assertThat(mails).extracting(Mail::method).containsOnly("REQUEST");
        assertThat(mails.get(3).event().getSequence().getValue()).isEqualTo(2);
        assertThat(inbox.to(address())).hasSize(4);
        assertThat(inbox.to(organiser.address("carl"))).hasSize(3);

        organiser.delete("/catalog", "/presenters/" + stays).statusCode(200);

        await().untilAsserted(() -> organiser.agenda().body("talks[0].presenters.name", contains("CARL")));
        var heard = inbox.await(organiser.address("carl"), 4).get(3);
        RunningStack.invariants().quiet();
        assertThat(heard.text()).contains("Presenters: (erased), CARL → CARL");
        assertThat(inbox.to(address())).hasSize(4);
        assertThat(organiser.agenda().extract().asString()).doesNotContain(familyName);
        assertThat(new Traces(familyName).onTopics()).isEmpty();
        // What was mailed to others is kept for as long as all mail is.
        assertThat(new Traces(familyName).inDatabases()).isSubsetOf("notification.notice.message");
    }

    @Test
    void whatPeopleWereCalledBeforeIsCompactedWithinADay() throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.PRESENTER);
        try (var admin = Admin.create(Topics.settings(RunningStack.status()))) {
            var settings = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(settings.get("max.compaction.lag.ms").value()).isEqualTo("86400000");
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    private static Map<String, Object> session(String chair) {
        return Map.of(
                "op",
                "session",
                "title",
                "Morning",
                "room",
                "blue",
                "startsAt",
                "2027-03-02T09:00",
                "durationMinutes",
                240,
                "chairs",
                List.of(chair));
    }

    private String address() {
        return organiser.address(familyName.toLowerCase(Locale.ROOT));
    }
}
