package dev.lectern.notification.delivery;

import static dev.lectern.notification.delivery.ScriptedMailServer.CUT;
import static dev.lectern.notification.delivery.ScriptedMailServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.bounce.ReturnPaths;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Delivery;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Message;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import dev.lectern.notification.notice.Outcome;
import dev.lectern.notification.replica.Appearance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
@TestProfile(DeliveryOnItsOwn.class)
class DeliveryTest {

    @Inject
    Leases leases;

    @Inject
    DeliveryRules rules;

    @Inject
    ReturnPaths paths;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Spans spans = new Spans();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private Circuit circuit;

    @BeforeEach
    void nothingIsDueFromOtherTests() {
        circuit = new Circuit(rules, metrics);
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update notice set state = 'SUPERSEDED' where state <> 'SENT'")
                        .executeUpdate());
    }

    @AfterEach
    void stopTheTimer() {
        timer.shutdownNow();
    }

    @Test
    void aDueNoticeIsSentAndItsReaderCountsAsTold() throws Exception {
        // Given
        var id = dueNotice();
        try (var server = ScriptedMailServer.behavingWell();
                var courier = courierTo(server)) {
            // When
            courier.deliverAll(() -> false);
            // Then
            assertThat(server.messages()).containsExactly(mail(id));
            assertThat(server.senders()).containsExactly("MAIL FROM:<" + returnPath(id) + ">");
        }
        assertThat(state(id)).isEqualTo(NoticeState.SENT);
        assertThat(notice(id).sentAt()).isNotNull();
        assertThat(deliveries(id)).singleElement().satisfies(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(delivery.reply()).isEqualTo("250 2.0.0 taken");
            assertThat(delivery.finishedAt()).isAfterOrEqualTo(delivery.startedAt());
        });
        assertThat(briefing(id, "told_address")).isEqualTo("reader@conf.example");
        assertThat(spans.all()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("mail");
            assertThat(span.getAttributes().asMap().toString())
                    .contains(id.toString(), "ACCEPTED")
                    .doesNotContain("reader");
        });
        assertThat(metrics.counter("lectern.deliveries", "outcome", "ACCEPTED", "answer", "2xx")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aMailAboutNoTalkIsSentInDoubtRepeatedAndRefused() throws Exception {
        var sent = dueMessage();
        try (var server = ScriptedMailServer.at(".", CUT);
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
            assertThat(state(sent)).isEqualTo(NoticeState.AMBIGUOUS);
            server.behaveWell();
            awaitSent(sent, courier);
        }
        var refused = dueMessage();
        try (var server = ScriptedMailServer.at("RCPT", "550 5.1.1 nobody here");
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
        }
        assertThat(state(refused)).isEqualTo(NoticeState.BAD_ADDRESS);
    }

    @Test
    void theAttemptIsOnRecordBeforeTheServerHearsOfIt() throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at("GREETING", HANG);
                var courier = courierTo(server)) {
            var delivering = inBackground(courier);
            server.awaitReached("GREETING");
            assertThat(state(id)).isEqualTo(NoticeState.SENDING);
            assertThat(deliveries(id)).extracting(Delivery::outcome).containsExactly((Outcome) null);
            server.goOn();
            delivering.join();
        }
        assertThat(state(id)).isEqualTo(NoticeState.SENT);
    }

    @Test
    void aNoticeThatIsNotTakenNowWaitsAndIsSentWithTheSameBytes() throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at("RCPT", "450 4.2.0 greylisted");
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
            assertThat(state(id)).isEqualTo(NoticeState.RETRYING);
            assertThat(notice(id).nextAttemptAt())
                    .isAfter(deliveries(id).get(0).startedAt().plusMillis(900));
            server.behaveWell();
            awaitSent(id, courier);
            assertThat(server.messages()).containsExactly(mail(id));
        }
        assertThat(deliveries(id)).extracting(Delivery::outcome).containsExactly(Outcome.TRANSIENT, Outcome.ACCEPTED);
    }

    @Test
    void aRefusedRecipientMakesTheAddressBad() throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at("RCPT", "550 5.1.1 nobody here");
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
        }
        assertThat(state(id)).isEqualTo(NoticeState.BAD_ADDRESS);
        assertThat(notice(id).reason()).isEqualTo("550 5.1.1 nobody here");
        assertThat(briefing(id, "bad_address")).isEqualTo("reader@conf.example");
        assertThat(deliveries(id)).extracting(Delivery::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    void aRefusedMessageFailsButTheAddressStaysGood() throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at(".", "554 5.6.0 too odd");
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
        }
        assertThat(state(id)).isEqualTo(NoticeState.FAILED);
        assertThat(briefing(id, "bad_address")).isNull();
    }

    @Test
    void aDoubtIsCountedAndTheSameBytesAreSentAgain() throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at(".", CUT);
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
            assertThat(state(id)).isEqualTo(NoticeState.AMBIGUOUS);
            assertThat(briefing(id, "told_address")).isEqualTo("reader@conf.example");
            server.behaveWell();
            awaitSent(id, courier);
            assertThat(server.messages()).containsExactly(mail(id), mail(id));
        }
        assertThat(deliveries(id)).extracting(Delivery::outcome).containsExactly(Outcome.AMBIGUOUS, Outcome.ACCEPTED);
    }

    /** @param times how often the server has got the whole message in the end, taken or not */
    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy, 1",
        "GREETING, cut, 1",
        "GREETING, hang, 1",
        "GREETING, 554 not you, 1",
        "EHLO, 421 busy, 1",
        "EHLO, hang, 1",
        "MAIL, 451 later, 1",
        "MAIL, cut, 1",
        "RCPT, 450 greylisted, 1",
        "RCPT, 552 full, 1",
        "DATA, 452 disk full, 1",
        "DATA, cut, 1",
        "DATA, hang, 1",
        "., 451 later, 2",
        "., cut, 2",
        "., hang, 2"
    })
    void afterAFaultAMailGoesOutAndOnlyADoubtMayMakeItTwo(String step, String fault, int times) throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at(step, fault)) {
            if (step.equals("EHLO")) {
                // What a client says where EHLO is refused.
                server.andAt("HELO", fault);
            }
            try (var courier = courierTo(Servers.impatientConnectionTo(server))) {
                courier.deliverAll(() -> false);
            }
            assertThat(state(id)).isIn(NoticeState.RETRYING, NoticeState.AMBIGUOUS);
            server.behaveWell();
            circuit = new Circuit(rules, new SimpleMeterRegistry());
            try (var courier = courierTo(server)) {
                awaitSent(id, courier);
            }
            assertThat(server.messages()).hasSize(times).containsOnly(mail(id));
        }
        var inDoubt = deliveries(id).stream()
                .filter(delivery -> delivery.outcome() == Outcome.AMBIGUOUS)
                .count();
        var isDoubtful = step.equals(".") && !fault.startsWith("4");
        assertThat(inDoubt).isEqualTo(isDoubtful ? 1 : 0);
        assertThat(deliveries(id)).hasSize(2);
    }

    @Test
    void aNoticeThatIsTooOldFailsInsteadOfWaiting() throws Exception {
        var id = dueNotice(Instant.now().minus(rules.giveUpAfter()));
        try (var server = ScriptedMailServer.at("MAIL", "451 later");
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
        }
        assertThat(state(id)).isEqualTo(NoticeState.FAILED);
        assertThat(notice(id).reason()).isEqualTo("given up: 451 later");
    }

    @Test
    void aServerThatRefusesUsStopsTheSenderUntilItTakesAnotherProbe() throws Exception {
        var first = dueNotice();
        var second = dueNotice();
        try (var server = ScriptedMailServer.at("MAIL", "530 log in first");
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
            courier.deliverAll(() -> false);
            assertThat(List.of(state(first), state(second)))
                    .containsExactlyInAnyOrder(NoticeState.RETRYING, NoticeState.DUE);
            assertThat(new MailServerCheck(circuit).call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(metrics.get("lectern.delivery.refused").gauge().value()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatGivesNoAnswerIsLeftAloneAfterAFewAttempts() throws Exception {
        var ids = IntStream.range(0, 12).mapToObj(number -> dueNotice()).toList();
        try (var server = ScriptedMailServer.at("GREETING", "421 closing");
                var one = courierTo(server);
                var other = courierTo(server)) {
            CompletableFuture.allOf(inBackground(one), inBackground(other)).join();
            one.deliverAll(() -> false);
            other.deliverAll(() -> false);
            // Two may be under way when the fifth fails.
            assertThat(server.connections()).isBetween(5, 6);
        }
        assertThat(ids.stream().map(this::state)).contains(NoticeState.DUE, NoticeState.RETRYING);
        var health = new MailServerCheck(circuit).call();
        assertThat(health.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(health.getData().orElseThrow()).containsEntry("circuit", "AWAY");
        assertThat(metrics.get("lectern.delivery.away").gauge().value()).isEqualTo(1);
        assertThat(metrics.get("lectern.delivery.refused").gauge().value()).isZero();
    }

    @Test
    void aSenderThatIsRefusedDoesNotHoldUpTheOthers() throws Exception {
        var first = dueNotice();
        var second = dueNotice();
        try (var server = ScriptedMailServer.at("MAIL", "553 not from you");
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
        }
        assertThat(List.of(state(first), state(second))).containsOnly(NoticeState.FAILED);
        assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
    }

    @Test
    void newsGoesBeforeMessagesThatAreDueForLonger() {
        var message = dueMessage();
        var news = dueNotice();
        assertThat(leases.claim(1)).extracting(Claim::mail).containsExactly(news);
        assertThat(leases.claim(1)).extracting(Claim::mail).containsExactly(message);
    }

    @Test
    void whatHasBeenTouchedWaitsForItsEvaluation() throws Exception {
        // Given
        var id = dueNotice();
        touch(id);
        try (var server = ScriptedMailServer.behavingWell();
                var courier = courierTo(server)) {
            // When
            courier.deliverAll(() -> false);
            // Then
            assertThat(server.messages()).isEmpty();
        }
        assertThat(state(id)).isEqualTo(NoticeState.DUE);
    }

    @Test
    void whileALeaseIsAliveNobodyElseSendsHoweverLongItTakes() throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at(".", HANG);
                var courier = new Courier(
                        leases,
                        new SmtpConnection(Servers.patient(server.port()), Servers.USUAL_TRUST, Duration.ofSeconds(10)),
                        circuit,
                        new Pace(rules),
                        rules,
                        metrics,
                        spans.tracer(),
                        timer)) {
            var delivering = inBackground(courier);
            server.awaitReached(".");
            var lease = notice(id).leaseUntil();
            // Twice as long as a lease lasts, if nobody renews it.
            await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(lease.plus(rules.lease())));
            assertThat(leases.expireOne()).isFalse();
            assertThat(leases.claim(1)).isEmpty();
            server.goOn();
            delivering.join();
            assertThat(server.messages()).hasSize(1);
        }
        assertThat(state(id)).isEqualTo(NoticeState.SENT);
    }

    @Test
    void aLeaseThatRunsOutIsADoubtAndItsHolderHasNoMoreSay() {
        // Given: a worker that was killed in the middle
        var id = dueNotice();
        var lost = leases.claim(1).get(0);
        // When
        await().atMost(Duration.ofSeconds(10)).until(leases::expireOne);
        // Then
        assertThat(state(id)).isEqualTo(NoticeState.AMBIGUOUS);
        assertThat(deliveries(id)).extracting(Delivery::outcome).containsExactly(Outcome.AMBIGUOUS);
        assertThat(leases.renew(lost)).isFalse();
        assertThat(leases.report(Map.of(lost, new Attempt(Verdict.ADDRESS_REFUSED, "550")), List.of()))
                .containsExactly(lost);
        assertThat(state(id)).isEqualTo(NoticeState.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void workersShareWhatIsDueAndSendEachNoticeOnce(int workers) throws Exception {
        var ids = IntStream.range(0, 30).mapToObj(number -> dueNotice()).toList();
        try (var server = ScriptedMailServer.behavingWell()) {
            var couriers =
                    Stream.generate(() -> courierTo(server)).limit(workers).toList();
            CompletableFuture.allOf(
                            couriers.stream().map(DeliveryTest::inBackground).toArray(CompletableFuture[]::new))
                    .join();
            couriers.forEach(Courier::close);
            assertThat(server.messages())
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(this::mail).toList());
        }
        assertThat(ids).allSatisfy(id -> assertThat(deliveries(id)).hasSize(1));
    }

    @Test
    void noticesThatAreOneMailAreSentOnceAndAllOfThemAreOnRecord() throws Exception {
        var ids = List.of(dueNotice(), dueNotice(), dueNotice());
        bundle(ids);
        try (var server = ScriptedMailServer.behavingWell();
                var courier = courierTo(server)) {
            courier.deliverAll(() -> false);
            assertThat(server.messages()).containsExactly(mail(ids.get(0)));
        }
        assertThat(ids).allSatisfy(id -> {
            assertThat(state(id)).isEqualTo(NoticeState.SENT);
            assertThat(deliveries(id)).extracting(Delivery::outcome).containsExactly(Outcome.ACCEPTED);
            assertThat(briefing(id, "told_address")).isEqualTo("reader@conf.example");
        });
    }

    @Test
    void aMailWaitsWhileOneOfItsNoticesHasBeenTouched() {
        var ids = List.of(dueNotice(), dueNotice());
        bundle(ids);
        touch(ids.get(1));
        assertThat(leases.claim(5)).isEmpty();
    }

    @Test
    void whatWasClaimedAndNotTriedIsAsItWas() {
        var ids = List.of(dueNotice(), dueNotice());
        bundle(ids);
        var claims = leases.claim(5);
        leases.report(Map.of(), claims);
        assertThat(ids).allSatisfy(id -> {
            assertThat(state(id)).isEqualTo(NoticeState.DUE);
            assertThat(notice(id).attempts()).isZero();
            assertThat(deliveries(id)).isEmpty();
        });
        assertThat(leases.claim(5)).hasSize(1);
    }

    @Test
    void aRefusalGivesBackWhatWasClaimedWithIt() throws Exception {
        // Given: a worker that goes fast, and so claims many at once
        var ids = IntStream.range(0, 12).mapToObj(number -> dueNotice()).toList();
        try (var server = ScriptedMailServer.behavingWell();
                var courier = courierTo(server)) {
            courier.deliverAll(() -> server.messages().size() >= 7);
            // When
            server.andAt("MAIL", "530 log in first");
            courier.deliverAll(() -> false);
        }
        // Then
        var states = ids.stream().map(this::state).toList();
        assertThat(states).filteredOn(NoticeState.RETRYING::equals).hasSize(1);
        assertThat(states).filteredOn(NoticeState.SENDING::equals).isEmpty();
    }

    private static void bundle(List<UUID> ids) {
        QuarkusTransaction.requiringNew()
                .run(() -> ids.forEach(id -> Notice.<Notice>findById(id).bundle(Notice.findById(ids.get(0)))));
    }

    private static void touch(UUID notice) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("""
                        insert into touch (appearance_id, conference_id, first_at, last_at)
                        select appearance_id, conference_id, now(), now() from notice where id = ?1""")
                        .setParameter(1, notice)
                        .executeUpdate());
    }

    @Test
    void theOutcomeOfANoticeThatWasDeletedMeanwhileIsNobodys() throws Exception {
        var id = dueNotice();
        try (var server = ScriptedMailServer.at("GREETING", HANG);
                var courier = courierTo(server)) {
            var delivering = inBackground(courier);
            server.awaitReached("GREETING");
            delete(id);
            server.goOn();
            delivering.join();
        }
        assertThat(notice(id)).isNull();
        assertThat(deliveries(id)).isEmpty();
    }

    @Test
    void theLeaseOfANoticeThatWasDeletedIsLost() {
        var id = dueNotice();
        var claim = leases.claim(1).get(0);
        delete(id);
        assertThat(leases.renew(claim)).isFalse();
    }

    @Test
    void whoStopsFinishesTheAttemptUnderWayAndBeginsNoOther() throws Exception {
        var ids = List.of(dueNotice(), dueNotice(), dueNotice(), dueNotice());
        try (var server = ScriptedMailServer.at(".", HANG)) {
            var worker = new DeliveryWorker(
                    leases,
                    Servers.patient(server.port()),
                    Servers.USUAL_TRUST,
                    circuit,
                    new Pace(rules),
                    new Enabled(rules),
                    metrics,
                    spans.tracer());
            worker.start(null);
            await().until(() -> server.messages().size() == 2);
            var stopping = CompletableFuture.runAsync(() -> stop(worker));
            await().during(Duration.ofMillis(100)).until(() -> !stopping.isDone());
            server.goOn();
            stopping.join();
        }
        assertThat(ids.stream().map(this::state))
                .containsExactlyInAnyOrder(NoticeState.SENT, NoticeState.SENT, NoticeState.DUE, NoticeState.DUE);
    }

    @Test
    void aWorkerIsWokenAtOnce() throws Exception {
        try (var server = ScriptedMailServer.behavingWell()) {
            var worker = new DeliveryWorker(
                    leases,
                    Servers.patient(server.port()),
                    Servers.USUAL_TRUST,
                    circuit,
                    new Pace(rules),
                    new Enabled(rules),
                    metrics,
                    spans.tracer());
            worker.start(null);
            try {
                // A first one, so that both threads are known to have nothing left to do but wait.
                var first = dueNotice();
                worker.wake(null);
                await().until(() -> state(first) == NoticeState.SENT);
                var second = dueNotice();
                worker.wake(null);
                await().atMost(Duration.ofSeconds(10)).until(() -> state(second) == NoticeState.SENT);
            } finally {
                stop(worker);
            }
        }
    }

    private Courier courierTo(ScriptedMailServer server) {
        return courierTo(Servers.connectionTo(server));
    }

    private Courier courierTo(SmtpConnection connection) {
        return new Courier(leases, connection, circuit, new Pace(rules), rules, metrics, spans.tracer(), timer);
    }

    private static CompletableFuture<Void> inBackground(Courier courier) {
        return CompletableFuture.runAsync(() -> {
            try {
                courier.deliverAll(() -> false);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void stop(DeliveryWorker worker) {
        try {
            worker.stop(null);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitSent(UUID id, Courier courier) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            courier.deliverAll(() -> false);
            return state(id) == NoticeState.SENT;
        });
    }

    private static UUID dueNotice() {
        return dueNotice(Instant.now());
    }

    private static UUID dueNotice(Instant createdAt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var about = new About(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    Appearance.Kind.TALK,
                    3,
                    "Loom",
                    UUID.randomUUID(),
                    "A. Reader");
            insertBriefing(about);
            var message = new Message("reader@conf.example", "Loom", "<1@conf.example>");
            var bytes = newMail().getBytes(StandardCharsets.US_ASCII);
            var notice = new Notice(about, content(), message, bytes, createdAt.minusMillis(10));
            notice.persist();
            return notice.id();
        });
    }

    private static String newMail() {
        return "From: Lectern <lectern@conf.example>\r\nSubject: " + UUID.randomUUID() + "\r\n\r\n.body\r\n";
    }

    private static Content content() {
        var start = OffsetDateTime.parse("2027-03-02T10:00:00+01:00");
        var told = new Facts(
                "Loom",
                "",
                null,
                null,
                "Blue room",
                "blue-room",
                start,
                start.plusMinutes(30),
                "Europe/Paris",
                List.of());
        return new Content(
                Kind.SCHEDULED, told, new ArrayList<>(), "Ada L.", null, 5, new AnnouncedRevisions(5, 1), 0, null);
    }

    private static void insertBriefing(About about) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        insert into briefing (id, conference_id, appearance_id, presenter_id, settled_slot,
                            settled_appearance, baseline) values (?1, ?2, ?3, ?4, 0, 0, false)""")
                .setParameter(1, about.briefingId())
                .setParameter(2, about.conferenceId())
                .setParameter(3, about.appearanceId())
                .setParameter(4, about.presenterId())
                .executeUpdate();
    }

    private static void delete(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Delivery.delete("id.noticeId", id);
            Notice.deleteById(id);
        });
    }

    private static Notice notice(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Notice.<Notice>findById(id));
    }

    private static UUID dueMessage() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var notice = new Notice(
                    About.presenter(UUID.randomUUID(), UUID.randomUUID(), "Reader"),
                    Content.of(Kind.MESSAGE, "Ada L."),
                    new Message("reader@conf.example", "Slides", "<" + UUID.randomUUID() + "@conf.example>"),
                    "Subject: Slides\r\n\r\nBring them.\r\n".getBytes(StandardCharsets.UTF_8),
                    Instant.now());
            notice.persist();
            return notice.id();
        });
    }

    private NoticeState state(UUID id) {
        return notice(id).state();
    }

    private String mail(UUID id) {
        var bytes = QuarkusTransaction.requiringNew()
                .call(() -> Notice.<Notice>findById(id).bytes());
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private String returnPath(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> paths.of(id));
    }

    private static List<Delivery> deliveries(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.of(id));
    }

    private static Object briefing(UUID notice, String column) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("select " + column
                                + " from briefing where id = (select briefing_id from notice where id = ?1)")
                        .setParameter(1, notice)
                        .getSingleResult());
    }

    /**
     * The rules of this profile, but with the threads on, and so slow a poll that only being woken explains a delivery.
     */
    private record Enabled(DeliveryRules rules) implements DeliveryRules {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int workers() {
            return 2;
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration lease() {
            return rules.lease();
        }

        @Override
        public Duration leaseRenewal() {
            return rules.leaseRenewal();
        }

        @Override
        public Duration idleLimit() {
            return rules.idleLimit();
        }

        @Override
        public Duration pauseWhenRefused() {
            return rules.pauseWhenRefused();
        }

        @Override
        public Duration pauseWhenAway() {
            return rules.pauseWhenAway();
        }

        @Override
        public Optional<Integer> rate() {
            return rules.rate();
        }

        @Override
        public Duration giveUpAfter() {
            return rules.giveUpAfter();
        }
    }
}
