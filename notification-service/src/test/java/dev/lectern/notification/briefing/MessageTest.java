package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Session;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organisers write to presenters. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class MessageTest {

    private Programme programme;
    private Reader ada;
    private Reader bob;
    private Reader cleo;
    private Talk loom;

    /** Ada has two talks, of which one is placed, Bob one elsewhere on another day, and Cleo has no address. */
    @BeforeEach
    void presenters() {
        programme = Programme.impatientConference();
        programme.settings(Map.of("contact", "Orga <orga@conf.example>"));
        ada = programme.presenter("Ada L.", "ada@uni.example");
        bob = programme.presenter("Bob M.", "bob@uni.example");
        cleo = programme.presenter("Cleo N.", null);
        loom = programme.talk(3, "Loom", ada);
        programme.talk(4, "Knot", ada);
        programme.place(loom, "Auditorium", "2027-03-02T10:00", 30);
        programme.place(programme.talk(5, "Rope", bob), "Blue room", "2027-03-03T10:00", 30);
        programme.place(programme.talk(6, "Bell", cleo), "Blue room", "2027-03-03T11:00", 30);
        programme.deliverAll();
    }

    @Test
    void allPresentersAreWrittenToOnceAndWhoCannotBeIsNamed() throws Exception {
        var location = post(Map.of(
                        "subject", "Slides", "text", "Dear {reader}, bring them.", "to", Map.of("all", true)))
                .statusCode(201)
                .body("reached", equalTo(2))
                .body("unreached", equalTo(1))
                .extract()
                .header("Location");
        programme.untilQuiet();
        var message = programme.asOrganiser().get(location).jsonPath();
        assertThat(message.getList("recipients.name")).containsExactly("Ada L.", "Bob M.", "Cleo N.");
        assertThat(message.getList("recipients.state")).containsExactly("DUE", "DUE", null);
        assertThat(message.getList("recipients.reason")).containsExactly(null, null, "NO_ADDRESS");
        assertThat(message.getString("author")).isNotBlank();
        var mail = mail(message.getString("recipients[0].notice"));
        assertThat(mail.getSubject()).isEqualTo("Slides");
        assertThat(mail.getHeader("Reply-To")).containsExactly("Orga <orga@conf.example>");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(text(mail)).startsWith("Dear Ada L., bring them.").contains("To answer, just reply to this mail.");
        // When they are delivered
        programme.deliverAll();
        assertThat(programme.asOrganiser().get(location).jsonPath().getList("recipients.state"))
                .containsExactly("SENT", "SENT", null);
        assertThat(programme.get("/messages").getList("items.subject")).containsExactly("Slides");
        assertThat(programme.get("/notices").getList("items.findAll { it.kind == 'MESSAGE' }"))
                .hasSize(2);
        assertThat(programme.get("/notices").getString("items[0].message")).isEqualTo(message.getString("id"));
        assertThat(programme.get("/notices").getString("items[0].contribution")).isNull();
    }

    @Test
    void aDryRunShowsOneMailAndSendsNothing() {
        post("?dryRun=true", message("all", true))
                .statusCode(200)
                .body("id", nullValue())
                .body("recipients.name", equalTo(List.of("Ada L.", "Bob M.", "Cleo N.")))
                .body("recipients.notice", everyItem(nullValue()))
                .body("example.subject", equalTo("About Ada L."))
                .body("example.text", containsString("Loom: Tue 2 March 2027, 10:00–10:30 (Europe/Paris), Auditorium"))
                .body("example.html", containsString("href=\"http"));
        assertThat(programme.get("/messages").getList("items")).isEmpty();
        assertThat(programme.get("/notices").getList("items.kind")).doesNotContain("MESSAGE");
    }

    @Test
    void thoseOfARoomADayOrASessionAreMeant() {
        assertThat(meant("rooms", List.of("auditorium"))).containsExactly("Ada L.");
        assertThat(meant("days", List.of("2027-03-03"))).containsExactly("Bob M.", "Cleo N.");
        assertThat(meant("presenters", List.of(bob.id()))).containsExactly("Bob M.");
        var session = new Session("2027-03-03T09:30", ada);
        session.room = "Blue room";
        programme.tell(session);
        programme.deliverAll();
        assertThat(meant("sessions", List.of(session.id))).containsExactly("Ada L.", "Bob M.");
    }

    @Test
    void whoeverHasNotAnsweredIsMeantAndWhoDoesNotKnowYet() {
        assertThat(meant("answers", List.of("NONE"))).containsExactly("Ada L.", "Bob M.");
        assertThat(meant("states", List.of("NO_ADDRESS"))).containsExactly("Cleo N.");
        programme.settings(Map.of("hold", true));
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        assertThat(meant("states", List.of("HELD", "PENDING"))).containsExactly("Ada L.");
    }

    @Test
    void membersAreCombined() {
        var to = Map.of("rooms", List.of("auditorium", "blue-room"), "days", List.of("2027-03-02"));
        post("?dryRun=true", Map.of("subject", "S", "text", "T", "to", to))
                .statusCode(200)
                .body("recipients.name", equalTo(List.of("Ada L.")));
    }

    @Test
    void whoIsInNothingAnyMoreIsNotMeant() {
        loom.presenters = List.of(bob);
        programme.tell(loom, "another presenter");
        programme.deliverAll();
        assertThat(meant("rooms", List.of("auditorium"))).containsExactly("Bob M.");
    }

    @Test
    void theFrameIsInTheReadersLanguage() throws Exception {
        programme.speaks(ada, "de-AT");
        programme.untilQuiet();
        var mail = mail(written(message("presenters", List.of(ada.id()))).getString("recipients[0].notice"));
        assertThat(text(mail))
                .contains("Loom: Dienstag, 2. März 2027, 10:00–10:30 Uhr (Europe/Paris), Auditorium")
                .contains("Die Organisatoren von");
    }

    @Test
    void whatIsWrongWithTheTextIsSaidWithItsLine() {
        var body = Map.of("subject", "To {readr}", "text", "Dear {reader},\n{titel}", "to", Map.of("all", true));
        post(body)
                .statusCode(422)
                .body("type", equalTo("urn:lectern:problem:invalid-template"))
                .body("errors.pointer", equalTo(java.util.Arrays.asList("/subject", null)))
                .body("errors[1].line", equalTo(2))
                .body("errors[1].detail", containsString("titel"));
        post(Map.of("subject", "S", "text", "{#include secret /}", "to", Map.of("all", true)))
                .statusCode(422);
        assertThat(programme.get("/messages").getList("items")).isEmpty();
    }

    @Test
    void whatOrganisersWriteIsEscapedInHtmlAndKeepsHeadersOnOneLine() throws Exception {
        var message = Map.of(
                "subject",
                "A & <b>",
                "text",
                "<script>x</script> https://conf.example/a?b=1&c=2.",
                "to",
                Map.of("all", true));
        var mail = mail(written(message).getString("recipients[0].notice"));
        assertThat(html(mail))
                .contains("&lt;script&gt;")
                .contains("href=\"https://conf.example/a?b=1&amp;c=2\"")
                .doesNotContain("<script>");
        var injected = mail(written(Map.of("subject", "A\r\nBcc: x@y.example", "text", "T", "to", Map.of("all", true)))
                .getString("recipients[0].notice"));
        assertThat(injected.getHeader("Bcc")).isNull();
        assertThat(injected.getSubject()).isEqualTo("A Bcc: x@y.example");
    }

    @Test
    void nobodyIsWrittenToByMistake() {
        post(Map.of("subject", "S", "text", "T", "to", Map.of())).statusCode(400);
        post(Map.of("subject", "S", "text", "T", "to", Map.of("all", true, "rooms", List.of("blue-room"))))
                .statusCode(400);
        post(Map.of("subject", "S", "text", "T", "to", Map.of("rooms", List.of())))
                .statusCode(400);
        post(Map.of("subject", "S", "text", "T", "to", Map.of("rooms", List.of("attic"))))
                .statusCode(400);
        post(Map.of("subject", "S", "text", "T", "to", Map.of("presenters", List.of(cleo.id()))))
                .statusCode(400);
        post(Map.of("subject", " ", "text", "T", "to", Map.of("all", true))).statusCode(400);
        assertThat(programme.get("/messages").getList("items")).isEmpty();
    }

    @Test
    void theSameKeySendsOnce() {
        var key = UUID.randomUUID().toString();
        for (var attempt = 0; attempt < 2; attempt++) {
            programme
                    .asOrganiser()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(message("all", true))
                    .post("/notification/conferences/" + programme.slug + "/messages")
                    .then()
                    .statusCode(201);
        }
        assertThat(programme.get("/messages").getList("items")).hasSize(1);
    }

    @Test
    void twoAtOnceWithTheSameKeySendOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var together = new CyclicBarrier(2);
        var senders = Executors.newFixedThreadPool(2);
        Callable<String> send = () -> {
            together.await();
            return programme
                    .asOrganiser()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(message("all", true))
                    .post("/notification/conferences/" + programme.slug + "/messages")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        };
        try {
            var ids = senders.invokeAll(List.of(send, send));
            assertThat(ids.get(0).get()).isEqualTo(ids.get(1).get());
        } finally {
            senders.shutdownNow();
        }
        programme.untilQuiet();
        assertThat(programme.get("/notices").getList("items.findAll { it.kind == 'MESSAGE' }"))
                .hasSize(2);
    }

    @Test
    void whomItIsForIsReadInPages() {
        var message = written(message("all", true)).getString("id");
        var first = programme.get("/messages/" + message + "?pageSize=2");
        assertThat(first.getList("recipients.name")).containsExactly("Ada L.", "Bob M.");
        assertThat(first.getList("recipients.state")).containsExactly("DUE", "DUE");
        assertThat(first.getInt("reached")).isEqualTo(2);
        assertThat(first.getInt("composing")).isZero();
        assertThat(first.getInt("unreached")).isEqualTo(1);
        var rest = programme.get("/messages/" + message + "?pageSize=2&pageToken=" + first.getString("nextPageToken"));
        assertThat(rest.getList("recipients.name")).containsExactly("Cleo N.");
        assertThat(rest.getString("nextPageToken")).isNull();
    }

    @Test
    void whatIsHeldIsReleasedWithANoteDiscardedOrSentAgain() throws Exception {
        programme.settings(Map.of("hold", true));
        var message = written(message("all", true));
        assertThat(message.getList("recipients.state")).containsExactly("HELD", "HELD", null);
        String first = message.getString("recipients[0].notice");
        String second = message.getString("recipients[1].notice");
        notice(first, "release", Map.of("note", "See you!")).statusCode(200).body("state", equalTo("DUE"));
        notice(second, "discard", Map.of("reason", "Told by phone"))
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        assertThat(text(mail(first))).startsWith("> See you!\n\nDear Ada L.");
        programme.deliverAll();
        notice(first, "resend", Map.of()).statusCode(200).body("state", equalTo("DUE"));
        programme.deliverAll();
        assertThat(programme.get("/messages/" + message.getString("id")).getList("recipients.state"))
                .containsExactly("SENT", "DISCARDED", null);
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aRefusedAddressTakesBackNothingThatWasTold() {
        var message = written(message("presenters", List.of(ada.id())));
        programme.each((outcomes, notice) -> outcomes.addressRefused(notice, "550 no such user"));
        assertThat(programme.get("/messages/" + message.getString("id")).getList("recipients.state"))
                .containsExactly("BAD_ADDRESS");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void nothingIsLeftOfWhoIsErased() {
        var message = written(message("all", true));
        programme.isErased(ada);
        programme.isErased(cleo);
        programme.untilQuiet();
        assertThat(programme.get("/messages/" + message.getString("id")).getList("recipients.name"))
                .containsExactly("Bob M.");
    }

    @Test
    void whoTurnsOutToBeOnePersonBeforeItIsComposedGetsOne() {
        // Given
        var twin = twinOfAda();
        var message = written(message("presenters", List.of(ada.id(), bob.id(), twin.id())));
        isMergedInto(twin);
        // When the same is composed now
        var again = composedAgain(message, UUID.randomUUID());
        // Then
        assertThat(again.getList("recipients.address"))
                .containsExactlyInAnyOrder("bob@uni.example", "lovelace@uni.example");
    }

    @Test
    void whoTurnsOutToBeSomebodyWithoutAnAddressGetsItAsThem() {
        // Given
        var twin = twinOfAda();
        var message = written(message("presenters", List.of(ada.id(), bob.id(), twin.id())));
        isMergedInto(twin);
        // When the same is composed now, and the one who stays had no address when it was written
        var again = composedAgain(message, twin.id());
        // Then
        assertThat(again.getList("recipients.address"))
                .containsExactlyInAnyOrder("bob@uni.example", "lovelace@uni.example");
        assertThat(again.getInt("unreached")).isZero();
    }

    @Test
    void aMessageThatCannotBeReadAnyMoreKeepsNoOtherFromItsReaders() {
        // Given what another version took in
        programme.deliverAll();
        var message = written(message("presenters", List.of(ada.id())));
        var unreadable = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            var ids = Map.of("again", unreadable, "written", UUID.fromString(message.getString("id")));
            sql("""
                    insert into organiser_message (id, conference_id, subject, body, addressed, author, created_at)
                    select :again, conference_id, subject, '{reader', addressed, author, now()
                    from organiser_message where id = :written""", ids);
            sql("""
                    insert into message_recipient (message_id, conference_id, presenter_id)
                    select :again, conference_id, presenter_id
                    from message_recipient where message_id = :written""", ids);
        });
        // When
        var next = written(message("presenters", List.of(bob.id())));
        // Then
        assertThat(next.getList("recipients.address")).containsExactly("bob@uni.example");
        assertThat(programme.get("/messages/" + unreadable).getList("recipients.reason"))
                .containsExactly("NOT_COMPOSED");
    }

    private Reader twinOfAda() {
        var twin = programme.presenter("Ada Lovelace", "lovelace@uni.example");
        programme.talk(7, "Hitch", twin);
        programme.deliverAll();
        return twin;
    }

    private void isMergedInto(Reader twin) {
        programme.absorbs(twin, ada, "lovelace@uni.example");
        programme.isMerged(ada, twin);
        programme.untilQuiet();
    }

    /** @param unreached who had no address when it was written, if it is for them */
    private JsonPath composedAgain(JsonPath message, UUID unreached) {
        var again = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            var ids = Map.of("again", again, "written", UUID.fromString(message.getString("id")));
            sql("""
                    insert into organiser_message (id, conference_id, subject, body, addressed, author, created_at)
                    select :again, conference_id, subject, body, addressed, author, now()
                    from organiser_message where id = :written""", ids);
            sql("""
                    insert into message_recipient (message_id, conference_id, presenter_id)
                    select :again, conference_id, presenter_id
                    from message_recipient where message_id = :written order by seq""", ids);
            sql("""
                    update message_recipient set reason = 'NO_ADDRESS'
                    where message_id = :again and presenter_id = :presenter""", Map.of("again", again, "presenter", unreached));
        });
        programme.untilQuiet();
        return programme.get("/messages/" + again);
    }

    private static void sql(String statement, Map<String, UUID> parameters) {
        var query = Panache.getEntityManager().createNativeQuery(statement);
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }

    @Test
    void nothingIsStoredOfAConferenceThatIsDeletedMeanwhile() {
        // When it is deleted after its organiser was let in
        var answer = QuarkusTransaction.requiringNew().call(() -> {
            sql("update conference set deleted = true where id = :id", Map.of("id", programme.id));
            var written = CompletableFuture.supplyAsync(() -> post(message("all", true)));
            await().until(this::isSomebodyWaitingForAConference);
            return written;
        });
        // Then
        answer.join().statusCode(404);
        assertThat(messages()).isZero();
    }

    private boolean isSomebodyWaitingForAConference() {
        return QuarkusTransaction.requiringNew().call(() -> (Boolean)
                Panache.getEntityManager().createNativeQuery("""
                        select exists (select from pg_stat_activity
                            where wait_event_type = 'Lock' and query like '%from conference where%for share%')""", Boolean.class).getSingleResult());
    }

    private long messages() {
        return QuarkusTransaction.requiringNew().call(() -> (Long) Panache.getEntityManager()
                .createNativeQuery("select count(*) from organiser_message where conference_id = :id", Long.class)
                .setParameter("id", programme.id)
                .getSingleResult());
    }

    @Test
    void aPreviewIsOfWhatIsAboutATalk() {
        var message = written(message("presenters", List.of(ada.id())));
        programme
                .asOrganiser()
                .contentType("application/json")
                .body(Map.of("notice", message.getString("recipients[0].notice")))
                .post("/notification/conferences/" + programme.slug + "/templates/preview")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1));
    }

    private static Map<String, Object> message(String member, Object value) {
        return Map.of(
                "subject",
                "About {reader}",
                "text",
                "Dear {reader},\n\nyour talks at {conference}:\n{#for talk in talks}\n* {talk.line}\n{/for}\n\n{page}",
                "to",
                Map.of(member, value));
    }

    private List<String> meant(String member, Object value) {
        return post("?dryRun=true", message(member, value))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("recipients.name");
    }

    private JsonPath written(Map<String, ?> body) {
        var location = post(body).statusCode(201).extract().header("Location");
        programme.untilQuiet();
        return programme.asOrganiser().get(location).jsonPath();
    }

    private ValidatableResponse post(Map<String, ?> body) {
        return post("", body);
    }

    private ValidatableResponse post(String query, Map<String, ?> body) {
        return programme
                .asOrganiser()
                .contentType("application/json")
                .body(body)
                .post("/notification/conferences/" + programme.slug + "/messages" + query)
                .then();
    }

    private ValidatableResponse notice(String id, String verb, Map<String, ?> body) {
        return programme
                .asOrganiser()
                .contentType("application/json")
                .body(body)
                .post("/notification/conferences/" + programme.slug + "/notices/" + id + "/" + verb)
                .then();
    }

    private MimeMessage mail(String notice) throws Exception {
        var bytes = programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + notice + "/message")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int part) throws Exception {
        var content = ((Multipart) mail.getContent()).getBodyPart(part);
        return new String(content.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
