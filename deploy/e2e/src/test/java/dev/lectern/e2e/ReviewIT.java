package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.lectern.e2e.Inbox.Mail;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publication tells a presenter of many talks in one mail, which organisers look at first. */
@ExtendWith(RunningStack.class)
class ReviewIT {

    private final Organiser organiser;
    private final Inbox inbox = new Inbox(RunningStack.status().get("inbox").asText());

    ReviewIT(Lectern lectern) {
        organiser = Organiser.withConference(lectern);
    }

    @Test
    void aPublicationIsHeldReleasedAndToldInOneMail() {
        organiser.patch("/notification", "/settings", Map.of("hold", true)).statusCode(200);
        var busy = organiser.presenter("BUSY");
        var other = organiser.presenter("OTHER");
        organiser.room("blue", "Auditorium");
        IntStream.rangeClosed(1, 6).forEach(number -> {
            organiser.contribution("Bells, part " + number, busy);
            organiser.place(number, "blue", "2027-03-02T1" + number + ":00").statusCode(200);
        });
        organiser.contribution("Peals", other);
        organiser.place(7, "blue", "2027-03-02T17:00").statusCode(200);
        organiser.publish();
        await().untilAsserted(() ->
                organiser.get("/notification", "/notices?state=HELD").body("items", hasSize(7)));
        RunningStack.invariants().quiet();
        assertThat(inbox.to(organiser.address("busy"))).isEmpty();

        organiser
                .post("/notification", "/notices/release", Map.of("note", "See you on the tower."))
                .statusCode(200)
                .body("notices", equalTo(7));

        var mails = inbox.await(organiser.address("busy"), 1);
        RunningStack.invariants().quiet();
        assertThat(inbox.to(organiser.address("busy"))).hasSize(1);
        assertThat(mails.get(0).subject()).startsWith("Your 6 talks are scheduled");
        assertThat(mails.get(0).text()).contains("> See you on the tower.");
        assertThat(mails.get(0).parts().map(Mail::method)).hasSize(6).containsOnly("REQUEST");
        assertThat(mails.get(0).parts().map(Mail::contribution)).doesNotHaveDuplicates();
        assertThat(inbox.await(organiser.address("other"), 1)).hasSize(1);
        organiser
                .get("/notification", "/briefings")
                .body("items", hasSize(7))
                .body("items.state", everyItem(equalTo("TOLD")));

        // A change of one of them is a mail of its own again, in the same conversation.
        organiser.patch("/notification", "/settings", Map.of("hold", false)).statusCode(200);
        organiser.place(3, "blue", "2027-03-02T18:30").statusCode(200);
        var moved = inbox.await(organiser.address("busy"), 2).get(1);
        assertThat(moved.calendars()).hasSize(1);
        assertThat(moved.event().getSequence().getValue()).isEqualTo(1);
        assertThat(moved.bytes()).contains("In-Reply-To: " + mails.get(0).messageId());
        assertThat(moved.subject()).startsWith("Your talk moved");
    }
}
