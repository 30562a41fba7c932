package dev.lectern.notification.delivery;

import static dev.lectern.notification.delivery.ScriptedMailServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.Programme.Talk;
import io.restassured.RestAssured;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A replica is killed at any step of a mail, and another one goes on. What counts is what mail servers were told:
 * nobody is forgotten, nobody is told twice but in a doubt that is counted, and the last mail is what is true.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledReplicaIT {

    private static final BackingServices BACKING = new BackingServices();
    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static final List<Replica> REPLICAS = new ArrayList<>();
    private static final List<String> MESSAGES = new CopyOnWriteArrayList<>();
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static int started;

    private final Map<Talk, String> places = new LinkedHashMap<>();
    private Programme programme;

    @BeforeAll
    static void start() throws SQLException {
        SETTINGS.putAll(BACKING.start());
        SETTINGS.forEach(System::setProperty);
        // Which names a user of its own.
        SETTINGS.computeIfPresent("quarkus.datasource.jdbc.url", (name, url) -> url.replaceFirst("\\?.*", ""));
        SETTINGS.putAll(Map.of(
                "lectern.delivery.lease", "3s",
                "lectern.delivery.lease-renewal", "500ms",
                "quarkus.datasource.jdbc.acquisition-timeout", "1s",
                "quarkus.datasource.jdbc.max-size", "8"));
    }

    @AfterAll
    static void stop() {
        REPLICAS.forEach(Replica::close);
        BACKING.stop();
        SETTINGS.keySet().forEach(System::clearProperty);
    }

    @BeforeEach
    void twoReplicas() throws SQLException {
        replicas(2);
        RestAssured.port = REPLICAS.get(0).port();
        MESSAGES.clear();
        programme = Programme.conference();
        // Who was killed before has its partitions for some seconds still.
        await().atMost(Duration.ofSeconds(30)).until(this::mailsAtOnce);
    }

    private boolean mailsAtOnce() {
        return programme
                        .asOrganiser()
                        .contentType("application/json")
                        .body(Map.of("quietPeriod", "PT0S", "maxDelay", "PT0S"))
                        .patch("/notification/conferences/" + programme.slug + "/settings")
                        .statusCode()
                == 200;
    }

    @AfterEach
    void serversBehave() {
        REPLICAS.forEach(replica -> replica.mail().behaveWell());
    }

    private static void replicas(int count) throws SQLException {
        while (REPLICAS.size() > count) {
            REPLICAS.remove(count).close();
        }
        while (REPLICAS.size() < count) {
            startOne();
        }
        REPLICAS.forEach(Replica::awaitReady);
    }

    private static void startOne() throws SQLException {
        var role = "replica_" + ++started;
        execute("create role " + role + " superuser login password 'postgres'");
        REPLICAS.add(new Replica(role, SETTINGS, MESSAGES));
    }

    /** The others go on at once, and soon there is one more again. */
    private static void kill(Replica replica) throws SQLException {
        replica.kill();
        REPLICAS.remove(replica);
        startOne();
    }

    @Test
    void whoDiesWhileItComposesLeavesItToOthers() throws Exception {
        talks(1);
        whileLocked("notice", () -> {
            placeAll("10:00");
            kill(awaitWaiting("insert into notice%"));
        });
        everyoneIsToldWhatIsTrue();
        assertThat(MESSAGES).hasSize(1);
    }

    @Test
    void whoDiesWhileItComposesForManyLeavesAllToOthers() throws Exception {
        talks(40);
        whileLocked("notice", () -> {
            placeAll("10:00");
            kill(awaitWaiting("insert into notice%"));
        });
        everyoneIsToldWhatIsTrue();
        assertThat(MESSAGES).hasSize(40);
    }

    @Test
    void whoDiesBeforeItsClaimIsOnRecordHasSentNothing() throws Exception {
        talks(1);
        whileLocked("delivery", () -> {
            placeAll("10:00");
            await().until(() -> number("select count(*) from notice where state = 'DUE'") == 1);
            kill(awaitWaiting("%with due as%"));
        });
        everyoneIsToldWhatIsTrue();
        assertThat(MESSAGES).hasSize(1);
        assertThat(doubts()).isZero();
    }

    /** @param times how often a server has got the mail in the end */
    private void dies(String step, int times) throws Exception {
        talks(1);
        REPLICAS.forEach(replica -> replica.mail().andAt(step, HANG));
        placeAll("10:00");
        var sender = awaitReached(step);
        REPLICAS.stream()
                .filter(replica -> replica != sender)
                .forEach(replica -> replica.mail().behaveWell());
        kill(sender);
        everyoneIsToldWhatIsTrue();
        assertThat(MESSAGES).hasSize(times);
        assertThat(doubts()).isEqualTo(1);
    }

    @Test
    void whoDiesBeforeItIsConnectedIsADoubtAndTheMailGoesOnce() throws Exception {
        // Whose servers no client has an open connection to.
        for (var replica : REPLICAS) {
            replica.mail().dropClients();
        }
        dies("GREETING", 1);
    }

    @Test
    void whoDiesBeforeTheServersWordIsADoubtAndTheSameBytesGoAgain() throws Exception {
        dies(".", 2);
    }

    @Test
    void whoDiesBeforeTheServersWordIsOnRecordIsADoubtAndTheSameBytesGoAgain() throws Exception {
        talks(1);
        REPLICAS.forEach(replica -> replica.mail().andAt(".", HANG));
        placeAll("10:00");
        var sender = awaitReached(".");
        whileLocked("delivery", () -> {
            sender.mail().goOn();
            assertThat(awaitWaiting("update delivery%")).isSameAs(sender);
            kill(sender);
        });
        REPLICAS.forEach(replica -> replica.mail().behaveWell());
        everyoneIsToldWhatIsTrue();
        assertThat(MESSAGES).hasSize(2);
        assertThat(doubts()).isEqualTo(1);
    }

    @Test
    void aMessageToManyIsWrittenOnceThoughWhoeverComposesItDies() throws Exception {
        talks(30);
        placeAll("10:00");
        everyoneIsToldWhatIsTrue();
        MESSAGES.clear();
        whileLocked("notice", () -> {
            writeTo(REPLICAS.get(0));
            kill(awaitWaiting("insert into notice%"));
        });
        writeTo(REPLICAS.get(0));
        writeTo(REPLICAS.get(0));
        awaitQuiet();
        assertThat(MESSAGES).hasSize(30).allSatisfy(mail -> assertThat(mail).contains("Subject: Slides"));
        assertThat(MESSAGES.stream().map(KilledReplicaIT::recipient)).doesNotHaveDuplicates();
    }

    private void writeTo(Replica replica) {
        programme
                .asOrganiser()
                .port(replica.port())
                .header("Idempotency-Key", programme.slug)
                .contentType("application/json")
                .body(Map.of("subject", "Slides", "text", "Bring them.", "to", Map.of("all", true)))
                .post("/notification/conferences/" + programme.slug + "/messages")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void oneOfSeveralDiesInTheMiddleOfManyMails(int count) throws Exception {
        replicas(count);
        talks(120);
        placeAll("10:00");
        await().pollInterval(Duration.ofMillis(1)).until(() -> MESSAGES.size() >= 20);
        kill(REPLICAS.get(0));
        placeAll("15:00");
        everyoneIsToldWhatIsTrue();
        // Two workers may have claimed sixteen each.
        assertThat(doubts()).isLessThanOrEqualTo(32);
    }

    /** It neither answers nor hangs up, for several times as long as a lease lasts, and one replica does not live to see it. */
    @Test
    void theDatabaseHangsForLong() throws Exception {
        talks(40);
        placeAll("10:00");
        everyoneIsToldWhatIsTrue();
        MESSAGES.clear();
        REPLICAS.forEach(replica -> replica.mail().andAt(".", HANG));
        placeAll("11:00");
        awaitReached(".");
        hangDatabase(() -> {
            REPLICAS.forEach(replica -> replica.mail().goOn());
            placeAll("15:00");
            // The time is the experiment's, nothing is waited for.
            await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
            REPLICAS.remove(1).kill();
        });
        everyoneIsToldWhatIsTrue();
    }

    private static void hangDatabase(Runnable meanwhile) throws Exception {
        var folder = text("show data_directory");
        var postmaster = Long.parseLong(
                Files.readAllLines(Path.of(folder, "postmaster.pid")).get(0));
        var processes = ProcessHandle.of(postmaster).stream()
                .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
                .toList();
        for (var process : processes) {
            signal("STOP", process);
        }
        try {
            meanwhile.run();
        } finally {
            for (var process : processes) {
                signal("CONT", process);
            }
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        var unused = new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private void talks(int count) {
        IntStream.range(0, count)
                .forEach(number -> places.put(
                        programme.talk(
                                number + 1,
                                "Talk " + number,
                                programme.presenter("Reader " + number, "reader-" + number + "@conf.example")),
                        null));
    }

    private void placeAll(String time) {
        places.replaceAll((talk, before) -> {
            programme.place(talk, "Auditorium", "2027-03-02T" + time, 30);
            return time;
        });
    }

    /** A replica that waits for a lock with such a statement; of dead ones the database may not have heard yet. */
    private static Replica awaitWaiting(String statement) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            var roles = texts("select usename from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like '" + statement + "'");
                            return REPLICAS.stream()
                                    .filter(replica -> roles.contains(replica.role()))
                                    .findFirst()
                                    .orElse(null);
                        },
                        Objects::nonNull);
    }

    private static Replica awaitReached(String step) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> REPLICAS.stream()
                                .filter(replica -> replica.mail().wasReached(step))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    private void everyoneIsToldWhatIsTrue() throws Exception {
        awaitQuiet();
        var bytes = new HashMap<String, String>();
        var times = new HashMap<String, Integer>();
        var last = new HashMap<String, String>();
        var sequences = new HashMap<String, Integer>();
        for (var message : MESSAGES) {
            var id = parsed(message).getMessageID();
            assertThat(bytes.merge(id, message, (before, again) -> before)).isEqualTo(message);
            times.merge(id, 1, Integer::sum);
            last.put(recipient(message), calendar(message));
            var sequence = Integer.parseInt(line(calendar(message), "SEQUENCE:"));
            assertThat(sequences.merge(recipient(message), sequence, (before, now) -> now))
                    .isEqualTo(sequence);
        }
        var doubts = texts("select message_id from delivery join notice on id = notice_id where outcome = 'AMBIGUOUS'");
        times.forEach((id, count) -> assertThat(count).isLessThanOrEqualTo(1 + Collections.frequency(doubts, id)));
        assertThat(last).hasSize(places.size());
        var number = 0;
        for (var time : places.values()) {
            var told = line(last.get("reader-" + number++ + "@conf.example"), "DTSTART:");
            assertThat(UTC.parse(told, LocalDateTime::from)
                            .atOffset(ZoneOffset.UTC)
                            .atZoneSameInstant(PARIS))
                    .isEqualTo(ZonedDateTime.of(LocalDateTime.parse("2027-03-02T" + time), PARIS));
        }
    }

    private void awaitQuiet() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    // What the dead one was to read comes last, in any order.
                    for (var told : List.of("appearance", "presenter", "address")) {
                        assertThat(number("select count(*) from " + told + " where conference_id = '" + programme.id
                                        + "'"))
                                .isEqualTo(places.size());
                    }
                    for (var time : Set.copyOf(places.values())) {
                        assertThat(number("select count(*) from slot where conference_id = '" + programme.id
                                        + "' and to_char(starts_at at time zone time_zone, 'HH24:MI') = '" + time
                                        + "'"))
                                .isEqualTo(places.size());
                    }
                    assertThat(number("select count(*) from touch")).isZero();
                    assertThat(
                                    number(
                                            "select count(*) from message_recipient where reason is null and notice_id is null"))
                            .isZero();
                    assertThat(
                                    number(
                                            "select count(*) from notice where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS')"))
                            .isZero();
                });
    }

    private long doubts() throws SQLException {
        return number("select count(*) from delivery join notice on id = notice_id where outcome = 'AMBIGUOUS'"
                + " and conference_id = '" + programme.id + "'");
    }

    private static MimeMessage parsed(String message) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recipient(String message) {
        try {
            return ((InternetAddress) parsed(message).getAllRecipients()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String calendar(String message) throws Exception {
        return calendar(parsed(message)).replace("\r\n ", "");
    }

    private static String calendar(Part part) throws Exception {
        if (part.isMimeType("text/calendar")) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = calendar(parts.getBodyPart(i));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** The value of the last line that begins so: those of time zones come first. */
    private static String line(String calendar, String name) {
        return calendar.lines()
                .filter(line -> line.startsWith(name))
                .reduce((before, after) -> after)
                .map(line -> line.substring(name.length()))
                .orElse("");
    }

    private interface Step {

        void run() throws Exception;
    }

    /** Nobody else can write to the table meanwhile. */
    private static void whileLocked(String table, Step step) throws Exception {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in share mode");
            step.run();
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                SETTINGS.get("quarkus.datasource.jdbc.url"), "postgres", SETTINGS.get("quarkus.datasource.password"));
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = connection();
                var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private static String text(String query) throws SQLException {
        return texts(query).get(0);
    }

    private static List<String> texts(String query) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
