package dev.lectern.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was mailed is kept for 90 days; then it is only known that there was a mail. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class RetentionTest {

    private final RetentionWorker worker;
    private Programme programme;

    RetentionTest(RetentionWorker worker) {
        this.worker = worker;
    }

    /** One notice was sent, and another one, that the talk was moved, is due. */
    @BeforeEach
    void notices() {
        programme = Programme.impatientConference();
        var talk = programme.talk(3, "Bells", programme.presenter("Ann ZYGALSKI", "ann@home.example"));
        programme.place(talk, "Auditorium", "2027-03-02T10:00", 30);
        programme.deliverAll();
        programme.place(talk, "Blue room", "2027-03-02T11:00", 30);
        programme.untilQuiet();
    }

    @Test
    void anOldMailAndItsRecipientAreForgotten() {
        age(91);

        worker.forgetOld();

        notice("SENT", "")
                .statusCode(200)
                .body("to", nullValue())
                .body("subject", equalTo(""))
                .body("presenter.name", equalTo(""))
                .body("comment", nullValue())
                .body("differences", empty())
                .body("kind", equalTo("SCHEDULED"));
        notice("SENT", "/message").statusCode(404);
        assertThat(programme.get("/briefings").getString("items[0].state")).isEqualTo("PENDING");
    }

    @Test
    void reportsAboutItAreForgottenAndNoMoreAreHeeded() {
        String sent = programme.get("/notices?state=SENT").getString("items[0].id");
        report(sent, true);
        age(91);

        worker.forgetOld();

        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Panache.getEntityManager()
                                .createNativeQuery(
                                        "select count(report) from notice where conference_id = :id", Long.class)
                                .setParameter("id", programme.id)
                                .getSingleResult()))
                .isEqualTo(0L);
        report(sent, false);
    }

    private static void report(String notice, boolean isNews) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(
                                Notice.<Notice>findById(UUID.fromString(notice)).reported("abc"))
                        .isEqualTo(isNews));
    }

    @Test
    void aYoungerMailIsKept() {
        age(89);

        worker.forgetOld();

        notice("SENT", "").body("to", equalTo("ann@home.example"));
        notice("SENT", "/message").statusCode(200);
    }

    @Test
    void whatMayStillBeSentIsKept() {
        age(91);

        worker.forgetOld();

        notice("DUE", "").body("to", equalTo("ann@home.example"));
        notice("DUE", "/message").statusCode(200);
    }

    private void age(int days) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery(
                                "update notice set created_at = now() - :days * interval '1 day' where conference_id = :id")
                        .setParameter("days", days)
                        .setParameter("id", programme.id)
                        .executeUpdate());
    }

    private ValidatableResponse notice(String state, String below) {
        List<String> ids = programme.get("/notices?state=" + state).getList("items.id");
        return programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + ids.get(0) + below)
                .then();
    }
}
