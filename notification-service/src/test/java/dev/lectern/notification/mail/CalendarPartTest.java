package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.TALK;
import static dev.lectern.notification.mail.Letters.calendar;
import static dev.lectern.notification.mail.Letters.cancelled;
import static dev.lectern.notification.mail.Letters.changed;
import static dev.lectern.notification.mail.Letters.compose;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.removed;
import static dev.lectern.notification.mail.Letters.scheduled;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.unfolded;
import static dev.lectern.notification.mail.Letters.withAbstract;
import static dev.lectern.notification.mail.Letters.withTitle;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import dev.lectern.notification.mail.MailRequest.Reader;
import dev.lectern.notification.notice.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CalendarPartTest {

    @Test
    void aRequestHasAllThatRfc5546AsksForAndItsValuesAreThoseOfTheTalk() {
        var lines = unfolded(calendar(compose(changed(tenInTheAuditorium(), in("Blue room")))));
        assertThat(lines)
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Lectern//Lectern//EN",
                        "METHOD:REQUEST",
                        "BEGIN:VEVENT",
                        "UID:" + TALK + "@lectern",
                        "SEQUENCE:4",
                        "DTSTAMP:20270220T091530Z",
                        "LAST-MODIFIED:20270220T091530Z",
                        "DTSTART:20270302T090000Z",
                        "DTEND:20270302T093000Z",
                        "SUMMARY:Dynamics of neural networks",
                        "LOCATION:Blue room",
                        "DESCRIPTION:We study gradient descent.\\n\\nTwo paragraphs\\; with commas\\, too.",
                        "CATEGORIES:Talk",
                        "URL:https://lectern.example/agenda/interface-2027/talks/3",
                        "STATUS:CONFIRMED",
                        "TRANSP:OPAQUE",
                        "ORGANIZER;CN=At the interface of physics and AI:mailto:lectern@conf.example",
                        "ATTENDEE;CUTYPE=INDIVIDUAL;RSVP=FALSE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Gérard BEN AROUS:mailto:gba@nyu.example",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    /** RFC 5546, sections 3.2.2 and 3.2.5: how often each property may or must occur. */
    @Test
    void everyMethodKeepsToTheTableOfRfc5546() {
        var requests = List.of(scheduled(tenInTheAuditorium()), changed(tenInTheAuditorium(), in("Blue room")));
        var cancels = List.of(cancelled(tenInTheAuditorium()), removed(tenInTheAuditorium()));
        assertThat(requests)
                .allSatisfy(request -> assertThat(counts(request))
                        .containsEntry("METHOD:REQUEST", 1L)
                        .containsEntry("STATUS:CONFIRMED", 1L)
                        .containsAllEntriesOf(onceEach()));
        assertThat(cancels)
                .allSatisfy(request -> assertThat(counts(request))
                        .containsEntry("METHOD:CANCEL", 1L)
                        .containsEntry("STATUS:CANCELLED", 1L)
                        .containsAllEntriesOf(onceEach()));
    }

    @Test
    void aCancellationCarriesTheTimesToldLast() {
        assertThat(unfolded(calendar(compose(cancelled(tenInTheAuditorium())))))
                .contains("DTSTART:20270302T090000Z", "LOCATION:Auditorium", "SEQUENCE:4");
    }

    @Test
    void itReadsBackWithoutWarnings() {
        var calendar = Biweekly.parse(calendar(compose(scheduled(tenInTheAuditorium()))))
                .first();
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        var event = calendar.getEvents().get(0);
        assertThat(event.getDescription().getValue())
                .isEqualTo("We study gradient descent.\n\nTwo paragraphs; with commas, too.");
        assertThat(event.getAttendees().get(0).getCommonName()).isEqualTo("Gérard BEN AROUS");
    }

    @Test
    void aReaderIsNeverTheOrganizer() {
        var reader = new Reader("Ada L.", "LECTERN@conf.example", null);
        var request = Letters.request(Kind.SCHEDULED, null, tenInTheAuditorium(), reader, null);
        assertThat(unfolded(calendar(compose(request))))
                .contains("ORGANIZER;CN=At the interface of physics and AI:mailto:calendar@conf.example");
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoCharacterIsCut() {
        var text = "Ünïcode 🎤 ".repeat(400);
        var calendar = calendar(compose(scheduled(withAbstract(text))));
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(unfolded(calendar)).contains("DESCRIPTION:" + text.strip());
    }

    @Test
    void nothingThatPeopleWroteBecomesAPropertyOfItsOwn() {
        var injection = "Talk\r\nATTENDEE:mailto:eve@evil.example\nEND:VEVENT\u2028X:1\u0085Y:1";
        var reader = new Reader("A\"\r\nATTENDEE;X=1:mailto:eve@evil.example", "gba@nyu.example", null);
        var request = Letters.request(Kind.SCHEDULED, null, withTitle(injection), reader, injection);
        assertThat(counts(request)).containsAllEntriesOf(onceEach());
        assertThat(unfolded(calendar(compose(request))))
                .contains("SUMMARY:Talk ATTENDEE:mailto:eve@evil.example END:VEVENT X:1 Y:1")
                .anyMatch(line ->
                        line.endsWith(";CN=\"A^' ATTENDEE;X=1:mailto:eve@evil.example\":mailto:gba@nyu.example"));
    }

    @Test
    void newLinesInAnAbstractAreEscaped() {
        var lines = unfolded(calendar(compose(scheduled(withAbstract("One\r\nEND:VEVENT\rTwo\\n")))));
        assertThat(lines).contains("DESCRIPTION:One\\nEND:VEVENT\\nTwo\\\\n").hasSize(22);
    }

    private static Map<String, Long> onceEach() {
        return List.of(
                        "UID",
                        "DTSTAMP",
                        "SEQUENCE",
                        "LAST-MODIFIED",
                        "DTSTART",
                        "DTEND",
                        "SUMMARY",
                        "LOCATION",
                        "URL",
                        "TRANSP",
                        "ORGANIZER",
                        "ATTENDEE",
                        "BEGIN:VEVENT",
                        "END:VEVENT")
                .stream()
                .collect(Collectors.toMap(name -> name, name -> 1L));
    }

    /** How often each property occurs, under its name, and where it has only few values under those too. */
    private static Map<String, Long> counts(MailRequest request) {
        var lines = unfolded(calendar(compose(request)));
        var counts = lines.stream()
                .map(line -> line.split("[:;]", 2)[0])
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        lines.forEach(line -> counts.merge(line, 1L, Long::sum));
        return counts;
    }
}
