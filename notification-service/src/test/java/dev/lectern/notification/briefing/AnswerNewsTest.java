package dev.lectern.notification.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import dev.lectern.notification.link.PresenterLinks;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organisers hear by mail what does not work for presenters. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class AnswerNewsTest {

    @Inject
    AnswerWorker worker;

    @Inject
    PresenterLinks links;

    private Programme programme;
    private Reader ada;
    private Reader bob;
    private Talk loom;
    private Talk knot;

    @BeforeEach
    void twoTalksAreTold() {
        programme = Programme.impatientConference();
        programme.settings(Map.of("contact", "Orga <orga@conf.example>"));
        ada = programme.presenter("Ada L.", "ada@uni.example");
        bob = programme.presenter("Bob M.", "bob@uni.example");
        loom = programme.talk(3, "Loom", ada);
        knot = programme.talk(4, "Knot", bob);
        programme.place(loom, "Auditorium", "2037-03-02T10:00", 30);
        programme.place(knot, "Auditorium", "2037-03-02T11:00", 30);
        programme.deliverAll();
    }

    @Test
    void whatComesWithinAWhileIsOneMail() {
        answer(ada, loom, "DECLINED", "Only before nine.");
        answer(bob, knot, "DECLINED", "");
        worker.tell();
        assertThat(answers()).isEmpty();
        // When
        passAWhile();
        // Then
        assertThat(answers()).hasSize(1);
        var notice = programme.get("/notices/" + answers().get(0));
        assertThat(notice.getString("to")).isEqualTo("orga@conf.example");
        assertThat(notice.getString("presenter")).isNull();
        assertThat(notice.getString("subject"))
                .isEqualTo("2 talks or sessions do not work for presenters: Physics and AI");
        assertThat(mail())
                .contains("To: Orga <orga@conf.example>", "Auto-Submitted: auto-generated")
                .contains(
                        "* Loom",
                        "  Ada L., ada@uni.example",
                        "  Mon 2 March 2037, 10:00",
                        "(Europe/Paris), Auditorium")
                .contains("  Answered on", "> Only before nine.", "* Knot", "  Bob M., bob@uni.example")
                .doesNotContain("/notification/", "http");
        programme.deliverAll();
        assertThat(programme.get("/notices/" + answers().get(0)).getString("state"))
                .isEqualTo("SENT");
    }

    @Test
    void whatWasSeenIsNoMailOfItsOwnButCounted() {
        answer(bob, knot, "SEEN", "");
        passAWhile();
        assertThat(answers()).isEmpty();
        answer(ada, loom, "DECLINED", "Never.");
        passAWhile();
        assertThat(mail())
                .contains("Besides, 1 answer says: I have seen it.", "* Loom")
                .doesNotContain("* Knot");
    }

    @Test
    void whomMailDoesNotReachIsToldInTheSameMailAndOnce() {
        programme.place(loom, "Blue room", "2037-03-02T10:00", 30);
        programme.untilQuiet();
        programme.each((outcomes, notice) -> outcomes.addressRefused(notice, "550 5.1.1 nobody here"));
        programme.untilQuiet();
        passAWhile();
        assertThat(programme.get("/notices/" + answers().get(0)).getString("subject"))
                .isEqualTo("Our mails do not reach a presenter: Physics and AI");
        assertThat(mail()).contains("* Ada L.", "Our mails do not get to ada@uni.example.", "> 550 5.1.1 nobody here");
        answer(bob, knot, "DECLINED", "Never.");
        passAWhile();
        assertThat(mail()).contains("* Knot").doesNotContain("ada@uni.example");
    }

    @Test
    void whoDoesNotGetMailIsNotSaidToHaveAnswered() {
        answer(bob, knot, "DECLINED", "Never.");
        programme.place(loom, "Blue room", "2037-03-02T10:00", 30);
        programme.untilQuiet();
        programme.each((outcomes, notice) -> outcomes.addressRefused(notice, "550 5.1.1 nobody here"));
        programme.untilQuiet();
        passAWhile();
        assertThat(mail())
                .contains("* Knot", "* Ada L.", "does not work for these presenters, or our mails do not reach them:")
                .doesNotContain("told us that");
    }

    @Test
    void manyAddressesThatTakeNoMailAreSeveralMails() {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("""
                                insert into bad_address (conference_id, address, presenter_id, reason, since)
                                select :id, 'nobody-' || number || '@uni.example', gen_random_uuid(), 'nobody', now()
                                from generate_series(1, 60) as number""")
                        .setParameter("id", programme.id)
                        .executeUpdate());
        answer(ada, loom, "DECLINED", "Never.");
        passAWhile();
        assertThat(answers()).hasSize(2);
        assertThat(programme.get("/notices/" + answers().get(0)).getString("subject"))
                .contains("10 presenters");
    }

    @Test
    void nothingIsToldTwice() {
        answer(ada, loom, "DECLINED", "Never.");
        passAWhile();
        passAWhile();
        answer(bob, knot, "DECLINED", "Nor me.");
        passAWhile();
        assertThat(answers()).hasSize(2);
        assertThat(mail()).contains("* Knot").doesNotContain("* Loom");
    }

    @Test
    void whatWasTakenBackMeanwhileIsNotTold() {
        answer(ada, loom, "DECLINED", "Never.");
        answer(ada, loom, "SEEN", "");
        passAWhile();
        assertThat(answers()).isEmpty();
    }

    @Test
    void whereOrganisersAreReachedNowhereThereIsNoMail() {
        programme.settings(java.util.Collections.singletonMap("contact", null));
        answer(ada, loom, "DECLINED", "Never.");
        passAWhile();
        assertThat(answers()).isEmpty();
    }

    @Test
    void itIsInTheLanguageOfTheConference() {
        programme.settings(Map.of("defaultLanguage", "de"));
        answer(ada, loom, "DECLINED", "Never.");
        passAWhile();
        assertThat(mail()).contains("Content-Language: de", "passt jemandem dies nicht");
    }

    private void passAWhile() {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery(
                                "update answers_due set due_at = due_at - interval '5 minutes' where conference_id = :id")
                        .setParameter("id", programme.id)
                        .executeUpdate());
        worker.tell();
    }

    private void answer(Reader reader, Talk talk, String kind, String words) {
        var url = QuarkusTransaction.requiringNew()
                .call(() -> links.urls(programme.id, List.of(reader.id())).get(reader.id()));
        given().redirects()
                .follow(false)
                .formParam("appearance", talk.id)
                .formParam("answer", kind)
                .formParam("words", words)
                .post(URI.create(url).getPath() + "/answers")
                .then()
                .statusCode(303);
    }

    private List<String> answers() {
        return programme.notices().getList("items.findAll { it.kind == 'ANSWERS' }.id");
    }

    /** The newest one. */
    private String mail() {
        return programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/"
                        + answers().get(0) + "/message")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("=\r\n", "")
                .replace("=3D", "=")
                .replace("\r\n", "\n");
    }
}
