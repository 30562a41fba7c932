package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import dev.lectern.notification.notice.Notice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organisers see of notices and briefings. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class NoticesAndBriefingsTest {

    private Programme programme;
    private Reader ada;
    private Talk loom;

    @BeforeEach
    void aTalkThatIsTold() {
        programme = Programme.impatientConference();
        ada = programme.presenter("Ada L.", "ada@uni.example");
        loom = programme.talk(3, "Loom", ada);
        programme.place(loom, "Auditorium", "2027-03-02T10:00", 30);
        programme.deliverAll();
    }

    @Test
    void aNoticeIsShownWithAllThatIsKnownOfIt() {
        var item = programme.notices().getMap("items[0]");
        assertThat(item)
                .containsOnlyKeys(
                        "id",
                        "kind",
                        "state",
                        "reason",
                        "contribution",
                        "session",
                        "message",
                        "presenter",
                        "subject",
                        "createdAt",
                        "sentAt",
                        "attempts",
                        "messageId",
                        "sequence",
                        "message")
                .containsEntry("kind", "SCHEDULED")
                .containsEntry("state", "SENT");
        var detail = programme.get("/notices/" + item.get("id"));
        assertThat(detail.getString("to")).isEqualTo("ada@uni.example");
        assertThat(detail.getInt("scheduleVersion")).isEqualTo(1);
        assertThat(detail.getList("differences")).isEmpty();
        assertThat(detail.getList("deliveries")).isEmpty();
        assertThat(Instant.parse(detail.getString("sentAt"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void theMessageIsItsStoredBytes() {
        var id = programme.notices().getString("items[0].id");
        var message = programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + id + "/message")
                .then()
                .statusCode(200)
                .header("Content-Type", org.hamcrest.Matchers.startsWith("message/rfc822"))
                .extract()
                .asString();
        assertThat(message).contains("Message-ID: " + programme.notices().getString("items[0].messageId"));
    }

    @Test
    void theBytesAreReadOnlyWhereTheyAreNeeded() {
        var id = UUID.fromString(programme.notices().getString("items[0].id"));
        QuarkusTransaction.requiringNew().run(() -> {
            Notice notice = Notice.findById(id);
            assertThat(Hibernate.isPropertyInitialized(notice, "bytes")).isFalse();
            assertThat(notice.bytes()).isNotEmpty();
        });
    }

    @Test
    void noticesAreFoundByStateAndPresenterAndContribution() {
        assertThat(programme.get("/notices?state=SENT").getList("items")).hasSize(1);
        assertThat(programme.get("/notices?state=DUE").getList("items")).isEmpty();
        assertThat(programme.get("/notices?presenter=" + ada.id()).getList("items"))
                .hasSize(1);
        assertThat(programme.get("/notices?presenter=" + UUID.randomUUID()).getList("items"))
                .isEmpty();
        assertThat(programme.get("/notices?contribution=3&state=SENT").getList("items"))
                .hasSize(1);
        assertThat(programme.get("/notices?contribution=4").getList("items")).isEmpty();
    }

    @Test
    void aStateThatDoesNotExistIsRefused() {
        programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices?state=LOST")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("state"));
    }

    @Test
    void aNoticeThatDoesNotExistIsNotFound() {
        for (var id : new String[] {UUID.randomUUID().toString(), "1"}) {
            programme
                    .asOrganiser()
                    .get("/notification/conferences/" + programme.slug + "/notices/" + id)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void noticesAndBriefingsComeInPages() {
        var panama = programme.talk(4, "Panama", ada);
        programme.place(panama, "Auditorium", "2027-03-02T11:00", 30);
        programme.deliverAll();
        for (var list : new String[] {"/notices", "/briefings"}) {
            var first = programme.get(list + "?pageSize=1");
            assertThat(first.getList("items")).hasSize(1);
            var second = programme.get(list + "?pageSize=1&pageToken=" + first.getString("nextPageToken"));
            assertThat(second.getList("items")).hasSize(1).isNotEqualTo(first.getList("items"));
            assertThat(second.getString("nextPageToken")).isNull();
        }
    }

    @Test
    void aBriefingShowsWhatWasToldBesideWhatIsCurrent() {
        programme.settings("PT1H", "PT2H");
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        var briefings = org.awaitility.Awaitility.await()
                .until(
                        () -> programme.get("/briefings"),
                        page -> "Blue room".equals(page.getString("items[0].current.room")));
        assertThat(briefings.getMap("items[0]"))
                .containsOnlyKeys(
                        "contribution",
                        "session",
                        "presenter",
                        "state",
                        "reason",
                        "told",
                        "current",
                        "dueAt",
                        "lastNotice",
                        "sequence",
                        "answer")
                .containsEntry("state", "PENDING");
        assertThat(briefings.getMap("items[0].told"))
                .containsEntry("placed", true)
                .containsEntry("title", "Loom")
                .containsEntry("abstract", "")
                .containsEntry("room", "Auditorium")
                .containsEntry("startsAt", "2027-03-02T10:00:00+01:00")
                .containsEntry("endsAt", "2027-03-02T10:30:00+01:00")
                .containsEntry("durationMinutes", 30)
                .containsEntry("timeZone", "Europe/Paris")
                .containsEntry("presenters", java.util.List.of("Ada L."))
                .containsKeys("type", "track");
        assertThat(Instant.parse(briefings.getString("items[0].dueAt")))
                .isAfter(Instant.now().plusSeconds(3000));
        assertThat(briefings.getString("items[0].lastNotice"))
                .isEqualTo(programme.notices().getString("items[0].id"));
    }
}
