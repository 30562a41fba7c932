package dev.lectern.chassis.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.component.VEvent;
import dev.lectern.chassis.calendar.CalendarEntry.Party;
import dev.lectern.chassis.calendar.CalendarEntry.Stamp;
import dev.lectern.chassis.calendar.CalendarEntry.Status;
import dev.lectern.chassis.calendar.CalendarEntry.Words;
import dev.lectern.chassis.text.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarTextTest {

    private static final String PAGE = "https://lectern.example/agenda/clocks";

    static List<String> hostileTexts() {
        return List.of(
                "Why, bells; are \\ late: \"now\"",
                "Bells\r\nATTENDEE:mailto:eve@evil.example\nEND:VEVENT\u2028X:1\u0085Y:1",
                "caret ^ and ^' and ^n",
                "🎤".repeat(200),
                "x".repeat(10_000),
                "é🎤 ".repeat(2_500),
                "שלום \u202Eעולם مرحبا",
                "\u0000\u0007\u001B[31m control",
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
                "</text></summary></vevent>\n   <vevent>",
                "lone \uD83C surrogate");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void whateverPeopleWroteAFeedStaysValidAndIsReadByOtherParsers(String text) {
        // When
        var written = feed(text, entry(text, null, null));
        // Then
        assertThat(ical4j(written).validate().hasErrors()).isFalse();
        var event = onlyEvent(written);
        var line = PlainText.line(text);
        assertThat(event.getSummary().getValue()).isEqualTo(line);
        assertThat(event.getLocation().getValue()).isEqualTo(line);
        assertThat(event.getOrganizer().getCommonName()).isEqualTo(line);
        assertThat(event.getCategories().get(0).getValues()).isEqualTo(List.of(line, "Track, one"));
        assertThat(ical4j(written).getComponents("VEVENT")).hasSize(1);
        assertThat(Biweekly.parse(written)
                        .first()
                        .getExperimentalProperty("X-WR-CALNAME")
                        .getValue()
                        .replace("\\", ""))
                .isEqualTo(line.replace("\\", ""));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void theSameAsXmlHasTheSameEntries(String text) {
        for (var entries :
                List.of(List.<CalendarEntry>of(), List.of(entry(text, null, null), entry("b" + text, null, null)))) {
            var one = Biweekly.parse(feed(text, entries)).first();
            var other = Biweekly.parseXml(feedXml(text, entries)).first();
            assertThat(one.getEvents()).hasSize(entries.size());
            assertThat(other.getNames()).hasSameSizeAs(one.getNames());
            assertThat(other.getEvents())
                    .extracting(event -> event.getSummary().getValue())
                    .isEqualTo(entries.stream()
                            .map(each -> PlainText.line(each.words().summary()))
                            .toList());
            assertThat(other.getEvents()).hasSameSizeAs(one.getEvents());
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void whateverPeopleWroteAMessageStaysValid(String text) {
        for (var method : List.of("REQUEST", "CANCEL")) {
            var written = CalendarText.message(
                    method, entry(text, method.equals("CANCEL") ? Status.CANCELLED : Status.CONFIRMED, reader(text)));
            assertThat(ical4j(written).validate().hasErrors()).isFalse();
            assertThat(onlyEvent(written).getAttendees().get(0).getCommonName()).isEqualTo(PlainText.line(text));
        }
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noLineIsLongerThan75OctetsAndNoCharacterIsCut(String text) {
        var written = feed(text, entry(text, Status.CONFIRMED, reader(text)));
        assertThat(written).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
        assertThat(written.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void aFeedSaysItsNameWhereItIsAndWhenToAskAgain() {
        assertThat(unfolded(feed("Clocks, and Bells", entry("Loom", null, null))))
                .contains(
                        "METHOD:PUBLISH",
                        "NAME:Clocks\\, and Bells",
                        "X-WR-CALNAME:Clocks\\, and Bells",
                        "URL:" + PAGE,
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "X-PUBLISHED-TTL:PT1H",
                        "ORGANIZER;CN=Loom:mailto:noreply@lectern.invalid",
                        "CATEGORIES:Loom,Track\\, one",
                        "TRANSP:TRANSPARENT");
    }

    /** The judge of the other tests sees what is missing. */
    @Test
    void aFeedWithoutOrganizerIsNotValid() {
        var written = feed("Clocks", entry("Loom", null, null)).replaceAll("ORGANIZER.*\r\n", "");
        assertThat(ical4j(written).validate().hasErrors()).isTrue();
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        var entry = new CalendarEntry(
                new Stamp("a@lectern", 0, Instant.EPOCH),
                Instant.EPOCH,
                Instant.EPOCH,
                new Words("Loom", " ", null, PAGE, Arrays.asList(null, " ")),
                true,
                null,
                new Party("Clocks", "noreply@lectern.invalid"),
                null);
        assertThat(feed("Clocks", entry)).doesNotContain("LOCATION", "DESCRIPTION", "CATEGORIES", "STATUS", "ATTENDEE");
    }

    private static String feed(String name, CalendarEntry entry) {
        return feed(name, List.of(entry));
    }

    private static String feed(String name, List<CalendarEntry> entries) {
        var lines = entries.stream().map(CalendarText::entry).map(text -> text.getBytes(UTF_8));
        return new String(CalendarText.published(named(name), lines.toList()), UTF_8);
    }

    private static String feedXml(String name, List<CalendarEntry> entries) {
        var elements = entries.stream().map(CalendarText::entryXml).map(text -> text.getBytes(UTF_8));
        return new String(CalendarText.publishedXml(named(name), elements.toList()), UTF_8);
    }

    private static CalendarFeed named(String name) {
        return new CalendarFeed(name, PAGE, Duration.ofHours(1));
    }

    private static CalendarEntry entry(String text, Status status, Party attendee) {
        var start = Instant.parse("2027-03-02T09:00:00Z");
        return new CalendarEntry(
                new Stamp("a@lectern", 3, start),
                start,
                start.plusSeconds(1800),
                new Words(text, text, text, PAGE, List.of(text, "Track, one")),
                false,
                status,
                new Party(text, "noreply@lectern.invalid"),
                attendee);
    }

    private static Party reader(String name) {
        return new Party(name, "ada@uni.example");
    }

    private static VEvent onlyEvent(String written) {
        var calendar = Biweekly.parse(written).first();
        assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    private static Calendar ical4j(String written) {
        try {
            return new CalendarBuilder().build(new StringReader(written));
        } catch (IOException | ParserException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> unfolded(String calendar) {
        return calendar.replace("\r\n ", "").lines().toList();
    }
}
