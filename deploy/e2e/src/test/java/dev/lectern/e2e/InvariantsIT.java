package dev.lectern.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.e2e.Inbox.Mail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A checker that cannot complain checks nothing: here the stack is damaged on purpose, and exactly the right invariants
 * complain.
 */
class InvariantsIT {

    @RegisterExtension
    static final RunningStack STACK = RunningStack.toBeBroken("breakages");

    private final Lectern lectern;
    private final Topics topics = RunningStack.topics();
    private final Inbox inbox = new Inbox(RunningStack.status().get("inbox").asText());
    private final List<Runnable> repairs = new ArrayList<>();
    private Organiser organiser;
    private List<Mail> mails;
    private List<String> before;

    InvariantsIT(Lectern lectern) {
        this.lectern = lectern;
    }

    /** Two talks are told, the first of them twice. */
    @BeforeEach
    void allIsWell() {
        organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells", organiser.presenter("BELL"));
        organiser.contribution("Clocks", organiser.presenter("CLOCK"));
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.place(2, "blue", "2027-03-02T12:00").statusCode(200);
        organiser.publish();
        inbox.await(organiser.address("bell"), 1);
        organiser.place(1, "blue", "2027-03-02T11:00").statusCode(200);
        mails = inbox.await(organiser.address("bell"), 2);
        RunningStack.invariants().quiet().await();
        before = RunningStack.invariants().violations();
    }

    @Test
    void twoTalksInOneRoomViolateS1() {
        damage(
                "schedule",
                "update booking set exclusive = false, starts_at = starts_at + interval '1 h', ends_at = ends_at + interval '1 h'"
                        + " where number = 1 and " + here());

        assertThat(violated()).containsExactly("S1");
    }

    @Test
    void aStateThatNobodyToldViolatesS2() {
        damage("catalog", "update presenter set revision = revision + 1 where family_name = 'BELL' and " + here());

        assertThat(violated()).containsExactly("S2");
    }

    @Test
    void aLostVersionViolatesS4() {
        damage("schedule", "delete from change where version = 2 and " + here());

        assertThat(violated()).containsExactly("S4");
    }

    @Test
    void aFallingRevisionViolatesS4() {
        var states = topics.records(Topics.SLOT).stream()
                .filter(record -> record.key().equals(mails.get(0).contribution()))
                .toList();
        var first = states.get(0);
        var last = states.get(states.size() - 1);
        // The very same bytes would be a relay that repeats itself.
        topics.forge(Topics.SLOT, first.key(), (new String(first.value(), UTF_8) + " ").getBytes(UTF_8));
        topics.forge(Topics.SLOT, last.key(), last.value());

        assertThat(violated()).containsExactly("S4");
    }

    @Test
    void aReplicaThatGoesBackViolatesS5() {
        damage("notification", "update presenter set revision = revision - 1 where name = 'BELL' and " + here());
        repair("notification", "update presenter set revision = revision + 1 where name = 'BELL' and " + here());

        assertThat(violated()).containsExactly("L3", "S5");
    }

    @Test
    void aMailToAnyoneElseViolatesS6() {
        send(renamed(mails.get(1)), "eve@conf.example");

        assertThat(violated()).containsExactly("S6");
    }

    @Test
    void twoMessagesWithOneIdViolateS7() {
        send("X-Forged: yes\r\n" + mails.get(1).bytes(), mails.get(1).to());

        assertThat(violated()).containsExactly("S7", "S8");
    }

    @Test
    void aMailThatIsRepeatedWithoutDoubtViolatesS8() {
        send(mails.get(1).bytes(), mails.get(1).to());

        assertThat(violated()).containsExactly("S8");
    }

    @Test
    void anOlderCalendarAfterANewerViolatesS9() {
        send(renamed(mails.get(0)), mails.get(0).to());
        send(renamed(mails.get(1)), mails.get(1).to());

        assertThat(violated()).containsExactly("S9");
    }

    @Test
    void anAddressInALogViolatesS10() throws IOException {
        Files.writeString(
                lectern.data().resolve("logs/catalog.log"),
                "sent to " + organiser.address("bell") + "\n",
                StandardOpenOption.APPEND);

        assertThat(violated()).containsExactly("S10");
    }

    @Test
    void aStrangerWhoIsLetInViolatesS11() {
        damage("schedule", "update conference set organisers = array_append(organisers, 'eve@conf.example')");
        repair("schedule", "update conference set organisers = array_remove(organisers, 'eve@conf.example')");

        assertThat(RunningStack.invariants().slowViolations())
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("S11"));
    }

    @Test
    void aLastMailThatIsNotTheAgendaViolatesL1() {
        send(renamed(mails.get(0)), mails.get(0).to());

        assertThat(violated()).containsExactly("L1", "S9");
    }

    @Test
    void anAnnouncementThatNobodyToldViolatesL2() {
        damage("notification", "update briefing set settled_slot = 0 where " + here());

        assertThat(violated()).containsExactly("L2");
    }

    @Test
    void aReplicaThatNobodyCouldRebuildViolatesL3() {
        damage("schedule", "update contribution set track = 'Ropes' where " + here());

        assertThat(violated()).containsExactly("L3");
    }

    @Test
    void whatPilesUpViolatesL4() {
        damage("catalog", """
                insert into parked_record (topic, partition, record_offset, reason)
                select 'any', 0, n, 'any' from generate_series(1, 1000) n""");
        repair("catalog", "delete from parked_record");

        assertThat(violated()).containsExactly("L4");
    }

    @AfterEach
    void whatTheNextTestNeedsIsRepaired() {
        repairs.forEach(Runnable::run);
    }

    private void repair(String database, String sql) {
        repairs.add(() -> damage(database, sql));
    }

    private static void damage(String database, String sql) {
        RunningStack.database(database).damage(sql);
    }

    private String here() {
        return "conference_id = (select id from conference where slug = '" + organiser.slug() + "')";
    }

    /** The names of the invariants that have complaints which they did not have before. */
    private List<String> violated() {
        var found = new ArrayList<>(RunningStack.invariants().violations());
        found.removeAll(before);
        return found.stream()
                .map(violation -> violation.split(" ", 2)[0])
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    /** As if it were another mail that says the same. */
    private static String renamed(Mail mail) {
        var local = mail.messageId().substring(1, mail.messageId().indexOf('@'));
        return mail.bytes().replace(local, "x" + local);
    }

    /** Over SMTP, as anyone may who reaches the port. */
    private static void send(String message, String to) {
        try (var smtp = new Smtp(RunningStack.status().get("smtp").asText())) {
            smtp.send("forger@conf.example", to, message.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
