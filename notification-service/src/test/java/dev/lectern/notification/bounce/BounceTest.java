package dev.lectern.notification.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.notification.briefing.AddressMarked;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import dev.lectern.notification.tls.Certificates;
import dev.lectern.notification.tls.MailTrust;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail that was taken and comes back. */
@QuarkusTest
@TestProfile(WithReturnPaths.class)
@QuarkusTestResource(BackingServices.class)
class BounceTest {

    private static final MailTrust TRUST = new MailTrust(Optional.empty());

    @TempDir
    private static Path folder;

    private static KeyStore certificate;
    private static final String NOBODY = "550 5.1.1 nobody here";

    @Inject
    ReturnPaths paths;

    @Inject
    Bounces bounces;

    @Inject
    EntityManager entities;

    @Inject
    Marked marked;

    /** Who wants to know of bad addresses. */
    @Singleton
    static class Marked {

        private final List<AddressMarked> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) AddressMarked marked) {
            heard.add(marked);
        }
    }

    private Programme programme;
    private Reader ada;
    private Talk loom;

    /** GreenMail reads its own once. */
    @BeforeAll
    static void certificate() throws Exception {
        certificate = Certificates.selfSigned(folder, "mailbox", "ip:127.0.0.1");
        System.setProperty(
                "greenmail.tls.keystore.file", folder.resolve("mailbox.p12").toString());
        System.setProperty("greenmail.tls.keystore.password", Certificates.PASSWORD);
    }

    @BeforeEach
    void aTalkIsTold() {
        programme = Programme.impatientConference();
        ada = programme.presenter("Ada L.", "ada@uni.example");
        loom = programme.talk(3, "Loom", ada);
        programme.place(loom, "Auditorium", "2027-03-02T10:00", 30);
        programme.deliverAll();
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aHardBounceSaysThatTheAddressIsBadAndWhy() {
        post(report("failed", "5.1.1", NOBODY))
                .statusCode(200)
                .body("effect", equalTo("BAD_ADDRESS"))
                .body("status", equalTo("5.1.1"))
                .body("notice", equalTo(notice()));

        assertThat(programme.notices().getString("items[0].state")).isEqualTo("BAD_ADDRESS");
        assertThat(programme.notices().getString("items[0].reason")).isEqualTo(NOBODY);
        assertThat(programme.state(ada)).isEqualTo("BAD_ADDRESS");
        assertThat(programme.get("/briefings").getString("items[0].reason")).isEqualTo(NOBODY);
        assertThat(programme.get("/notices?state=BAD_ADDRESS").getList("items")).hasSize(1);
        assertThat(marked.heard).contains(new AddressMarked(programme.id, ada.id(), UUID.fromString(notice()), NOBODY));
    }

    @Test
    void nothingMoreIsSentThereWhateverItIsAbout() {
        post(report("failed", "5.1.1", NOBODY)).statusCode(200);
        var knot = programme.talk(4, "Knot", ada);
        programme.place(knot, "Blue room", "2027-03-02T11:00", 30);
        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.untilQuiet();

        assertThat(programme.told()).isEmpty();
        assertThat(programme.get("/briefings").getList("items.state")).containsOnly("BAD_ADDRESS");
    }

    @Test
    void whatIsOnItsWayToABadAddressIsTakenBack() {
        programme.place(programme.talk(4, "Knot", ada), "Blue room", "2027-03-02T11:00", 30);
        programme.untilQuiet();
        assertThat(programme.notices().getString("items[0].state")).isEqualTo("DUE");

        var told = programme.notices().getString("items[1].id");
        post(report(UUID.fromString(told), "failed", "5.1.1", NOBODY)).statusCode(200);
        programme.untilQuiet();

        assertThat(programme.notices().getList("items.state")).containsExactly("SUPERSEDED", "BAD_ADDRESS");
    }

    @Test
    void messagesThatWaitDoNotGoThereEither() {
        programme
                .asOrganiser()
                .contentType("application/json")
                .body("{\"hold\":true}")
                .patch("/notification/conferences/" + programme.slug + "/settings")
                .then()
                .statusCode(200);
        programme
                .asOrganiser()
                .contentType("application/json")
                .body(Map.of("subject", "Slides", "text", "Bring them.", "to", Map.of("all", true)))
                .post("/notification/conferences/" + programme.slug + "/messages")
                .then()
                .statusCode(201);
        programme.untilQuiet();
        assertThat(programme.notices().getList("items.state")).containsExactly("HELD", "SENT");

        var told = programme.notices().getString("items[1].id");
        post(report(UUID.fromString(told), "failed", "5.1.1", NOBODY)).statusCode(200);

        assertThat(programme.notices().getList("items.state")).containsExactly("BAD_ADDRESS", "BAD_ADDRESS");
        assertThat(programme.notices().getString("items[0].reason")).isEqualTo(NOBODY);
    }

    @Test
    void anotherAddressIsToldThePresentState() {
        post(report("failed", "5.1.1", NOBODY)).statusCode(200);

        programme.hasAddress(ada, "ada@home.example");
        programme.deliverAll();

        assertThat(programme.told()).containsExactly("SCHEDULED to ada@home.example");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void anOrganiserSaysThatTheAddressIsRight() {
        post(report("failed", "5.1.1", NOBODY)).statusCode(200);

        trust().statusCode(200).body("trusted", equalTo(true));
        programme.deliverAll();

        assertThat(programme.told()).containsExactly("SCHEDULED to ada@uni.example");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
        trust().statusCode(200).body("trusted", equalTo(false));
    }

    @Test
    void whoeverHasItSentAgainSaysSoToo() {
        post(report("failed", "5.1.1", NOBODY)).statusCode(200);
        var first = programme.get("/notices/" + notice()).getString("messageId");

        programme
                .asOrganiser()
                .post("/notification/conferences/" + programme.slug + "/notices/" + notice() + "/resend")
                .then()
                .statusCode(200)
                .body("state", equalTo("DUE"))
                .body("messageId", equalTo(first));
        programme.deliverAll();

        assertThat(programme.told()).containsExactly("SCHEDULED to ada@uni.example");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void andWhoeverHasItToldAnew() {
        post(report("failed", "5.1.1", NOBODY)).statusCode(200);

        programme
                .asOrganiser()
                .post("/notification/conferences/" + programme.slug + "/notices/" + notice() + "/resend?fresh=true")
                .then()
                .statusCode(201);
        programme.deliverAll();

        assertThat(programme.notices().getList("items.state")).containsExactly("SENT", "BAD_ADDRESS");
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void theSameReportIsHeededOnce() {
        var report = report("failed", "5.1.1", NOBODY);
        post(report).statusCode(200).body("effect", equalTo("BAD_ADDRESS"));
        trust();
        programme.deliverAll();

        post(report).statusCode(200).body("effect", equalTo("NONE"));
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void norIsItHeededAgainAfterAnother() {
        var first = report("failed", "5.1.1", NOBODY);
        post(first).statusCode(200).body("effect", equalTo("BAD_ADDRESS"));
        post(report("failed", "5.1.1", "550 still nobody")).statusCode(200).body("effect", equalTo("BAD_ADDRESS"));
        trust();
        programme.deliverAll();

        post(first).statusCode(200).body("effect", equalTo("NONE"));
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.1", "relayed, 2.1.9", "delivered, 2.0.0"})
    void whatMayStillArriveChangesNothing(String action, String status) {
        post(report(action, status, "later")).statusCode(200).body("effect", equalTo("NONE"));
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @ParameterizedTest
    @CsvSource({"4.4.1, no answer for five days", "5.7.1, we take you for spam", "5.2.2, mailbox full"})
    void whatDidNotArriveForAnotherReasonSaysNothingAgainstTheAddress(String status, String words) {
        post(report("failed", status, words)).statusCode(200).body("effect", equalTo("FAILED"));
        assertThat(programme.state(ada)).isEqualTo("FAILED");
        assertThat(programme.notices().getString("items[0].reason")).isEqualTo(words);

        programme.place(loom, "Blue room", "2027-03-02T10:00", 30);
        programme.deliverAll();
        assertThat(programme.told()).containsExactly("SCHEDULED to ada@uni.example");
    }

    @Test
    void whatWasToldElsewhereSinceStaysTold() {
        programme.hasAddress(ada, "ada@home.example");
        programme.deliverAll();
        var first = UUID.fromString(programme.notices().getString("items[1].id"));

        post(report(first, "failed", "5.1.1", NOBODY)).statusCode(200).body("effect", equalTo("BAD_ADDRESS"));
        programme.untilQuiet();

        assertThat(programme.state(ada)).isEqualTo("TOLD");
        assertThat(programme.notices().getList("items.state")).containsExactly("SENT", "BAD_ADDRESS");
    }

    @Test
    void aTokenLeavesRoomForTheLongestName() {
        var path = path(UUID.fromString(notice()));
        assertThat(path).matches("bounces\\+[0-9a-v]{39}@conf\\.example");
    }

    @Test
    void aForgedTokenHasNoEffect() {
        var genuine = path(UUID.fromString(notice()));
        var last = genuine.indexOf('@') - 1;
        var forged =
                genuine.substring(0, last) + (genuine.charAt(last) == '0' ? '1' : '0') + genuine.substring(last + 1);

        post(Reports.about(forged, "failed", "5.1.1", NOBODY)).statusCode(422);
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aTokenIsKnownHoweverItsLettersAreWritten() {
        var loud = path(UUID.fromString(notice())).toUpperCase(Locale.ROOT);
        post(Reports.about(loud, "delayed", "4.4.1", "later")).statusCode(200).body("notice", equalTo(notice()));
    }

    @Test
    void anAdminMayHandOnAReportThatNamesTheMessageOnly() {
        var messageId = programme.get("/notices/" + notice()).getString("messageId");
        post(Reports.about("a@b.example", "failed", "5.1.1", NOBODY, "Ada@uni.example", messageId))
                .statusCode(200)
                .body("effect", equalTo("BAD_ADDRESS"));
    }

    @Test
    void aMessageToSomebodyElseIsNotTheOne() {
        var messageId = programme.get("/notices/" + notice()).getString("messageId");
        post(Reports.about("a@b.example", "failed", "5.1.1", NOBODY, "eve@uni.example", messageId))
                .statusCode(422)
                .body("type", equalTo("urn:lectern:problem:unusable-report"));
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void aHolidayReplyIsRefused() {
        post(Reports.holidayReply(path(UUID.fromString(notice())))).statusCode(422);
    }

    @Test
    void nobodyButAnAdminHandsOnReports() {
        programme
                .asOrganiser()
                .contentType("message/rfc822")
                .body(report("failed", "5.1.1", NOBODY))
                .post("/notification/bounces")
                .then()
                .statusCode(403);
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    @Test
    void nothingIsLeftOfWhoIsErased() {
        post(report("failed", "5.1.1", NOBODY)).statusCode(200);
        assertThat(marks()).isEqualTo(1);
        programme.isErased(ada);
        programme.untilQuiet();
        assertThat(marks()).isZero();
    }

    @Test
    void theMailboxIsReadByAllReplicasAndEachReportHeededOnce() throws Exception {
        try (var imap = new Imap(ServerSetup.PROTOCOL_IMAP, "OFF", bounces, entities)) {
            imap.receive(Reports.holidayReply(path(UUID.fromString(notice()))));
            imap.receive(report("failed", "5.1.1", NOBODY));
            imap.receive(report("delayed", "4.4.1", "later"));
            var replicas = List.of(imap.replica(), imap.replica(), imap.replica());
            // When
            CompletableFuture.allOf(replicas.stream()
                            .map(replica -> CompletableFuture.runAsync(replica::poll))
                            .toArray(CompletableFuture[]::new))
                    .join();
            // Then
            assertThat(programme.state(ada)).isEqualTo("BAD_ADDRESS");
            assertThat(imap.areSeen()).containsExactly(false, true, true);
            trust();
            programme.deliverAll();
            replicas.forEach(BounceMailbox::poll);
            assertThat(programme.state(ada)).isEqualTo("TOLD");
        }
    }

    @Test
    void theMailboxTrustsNoMessageId() throws Exception {
        try (var imap = new Imap(ServerSetup.PROTOCOL_IMAP, "OFF", bounces, entities)) {
            var messageId = programme.get("/notices/" + notice()).getString("messageId");
            imap.receive(Reports.about("a@b.example", "failed", "5.1.1", NOBODY, "ada@uni.example", messageId));
            imap.replica().poll();
            assertThat(programme.state(ada)).isEqualTo("TOLD");
            assertThat(imap.areSeen()).containsExactly(false);
        }
    }

    @Test
    void aReportWaitsWhileItsMailIsSentOnceMore() throws Exception {
        try (var imap = new Imap(ServerSetup.PROTOCOL_IMAP, "OFF", bounces, entities)) {
            imap.receive(report("failed", "5.1.1", NOBODY));
            state("SENDING");
            imap.replica().poll();
            assertThat(imap.areSeen()).containsExactly(false);

            state("SENT");
            imap.replica().poll();
            assertThat(programme.state(ada)).isEqualTo("BAD_ADDRESS");
        }
    }

    @Test
    void theMailboxIsReadWithEncryptionWhereItsAuthorityIsTrusted() throws Exception {
        try (var imap = Imap.encrypted(bounces, entities)) {
            imap.receive(report("failed", "5.1.1", NOBODY));
            var distrusting = new SimpleMeterRegistry();
            imap.replica("127.0.0.1", TRUST, distrusting).poll();
            assertThat(isAway(distrusting)).isTrue();
            assertThat(programme.state(ada)).isEqualTo("TOLD");

            var trusting = new SimpleMeterRegistry();
            imap.replica("127.0.0.1", Certificates.trusting(certificate), trusting)
                    .poll();
            assertThat(isAway(trusting)).isFalse();
            assertThat(programme.state(ada)).isEqualTo("BAD_ADDRESS");
        }
    }

    @Test
    void aMailboxWithACertificateOfAnotherNameIsNotRead() throws Exception {
        try (var imap = Imap.encrypted(bounces, entities)) {
            imap.receive(report("failed", "5.1.1", NOBODY));
            var metrics = new SimpleMeterRegistry();
            imap.replica("localhost", Certificates.trusting(certificate), metrics)
                    .poll();
            assertThat(isAway(metrics)).isTrue();
            assertThat(programme.state(ada)).isEqualTo("TOLD");
        }
    }

    @Test
    void aMailboxThatIsAwayIsReadLater() {
        var metrics = new SimpleMeterRegistry();
        var away = new BounceMailbox(mailbox("127.0.0.1", 1, "OFF"), TRUST, bounces, entities, metrics);
        away.poll();
        assertThat(isAway(metrics)).isTrue();
    }

    private static boolean isAway(MeterRegistry metrics) {
        return metrics.get("lectern.bounces.mailbox.away").gauge().value() == 1;
    }

    private byte[] report(String action, String status, String words) {
        return report(UUID.fromString(notice()), action, status, words);
    }

    private byte[] report(UUID notice, String action, String status, String words) {
        return Reports.about(path(notice), action, status, words);
    }

    private String path(UUID notice) {
        return QuarkusTransaction.requiringNew().call(() -> paths.of(notice));
    }

    private String notice() {
        return programme.notices().getString("items[0].id");
    }

    private static ValidatableResponse post(byte[] report) {
        return given().auth()
                .oauth2(TestTokens.admin())
                .contentType("message/rfc822")
                .body(report)
                .post("/notification/bounces")
                .then();
    }

    private ValidatableResponse trust() {
        return programme
                .asOrganiser()
                .delete("/notification/conferences/" + programme.slug + "/presenters/" + ada.id() + "/bad-address")
                .then();
    }

    private long marks() {
        return QuarkusTransaction.requiringNew().call(() -> (Long)
                entities.createNativeQuery("select count(*) from bad_address where conference_id = :id", Long.class)
                        .setParameter("id", programme.id)
                        .getSingleResult());
    }

    private void state(String state) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update notice set state = :state where conference_id = :id")
                        .setParameter("state", state)
                        .setParameter("id", programme.id)
                        .executeUpdate());
    }

    private static ReportMailbox mailbox(String host, int port, String tls) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReportMailbox.class)
                .withDefaultValues(Map.of(
                        "lectern.bounces.imap.host",
                        host,
                        "lectern.bounces.imap.port",
                        Integer.toString(port),
                        "lectern.bounces.imap.user",
                        "bounces",
                        "lectern.bounces.imap.password",
                        "secret",
                        "lectern.bounces.imap.tls",
                        tls,
                        // As plain SmallRye Config reads durations; Quarkus reads shorter words too.
                        "lectern.bounces.imap.poll-interval",
                        "PT1M",
                        "lectern.bounces.imap.timeout",
                        "PT30S"))
                .build()
                .getConfigMapping(ReportMailbox.class);
    }

    /** A mailbox of its own. */
    private static final class Imap implements AutoCloseable {

        private final GreenMail server;
        private final String tls;
        private final Bounces bounces;
        private final EntityManager entities;

        private Imap(String protocol, String tls, Bounces bounces, EntityManager entities) {
            this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
            this.tls = tls;
            this.bounces = bounces;
            this.entities = entities;
            server.start();
            server.setUser("bounces@conf.example", "bounces", "secret");
        }

        private static Imap encrypted(Bounces bounces, EntityManager entities) {
            return new Imap(ServerSetup.PROTOCOL_IMAPS, "IMPLICIT", bounces, entities);
        }

        private void receive(byte[] message) throws Exception {
            server.getUserManager()
                    .getUser("bounces")
                    .deliver(new MimeMessage(
                            GreenMailUtil.getSession(ServerSetup.IMAP), new ByteArrayInputStream(message)));
        }

        private BounceMailbox replica() {
            return replica("127.0.0.1", TRUST, new SimpleMeterRegistry());
        }

        private BounceMailbox replica(String host, MailTrust trust, MeterRegistry metrics) {
            var port = tls.equals("OFF")
                    ? server.getImap().getPort()
                    : server.getImaps().getPort();
            return new BounceMailbox(mailbox(host, port, tls), trust, bounces, entities, metrics);
        }

        private List<Boolean> areSeen() {
            return Arrays.stream(server.getReceivedMessages())
                    .map(message -> {
                        try {
                            return message.isSet(Flags.Flag.SEEN);
                        } catch (MessagingException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
