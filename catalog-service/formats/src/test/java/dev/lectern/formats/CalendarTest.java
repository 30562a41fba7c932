package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars, whose events become contributions. */
class CalendarTest {

    private static final Path REAL = Path.of("../../../shared/data/schedules");
    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//a tool//EN
            BEGIN:VEVENT
            UID:talk-1@bells.example
            DTSTAMP:20270101T000000Z
            DTSTART;TZID=Europe/Paris:20270302T100000
            DTEND;TZID=Europe/Paris:20270302T104500
            SUMMARY:Why bells\\, all of
              them\\, are late
            DESCRIPTION:Ropes.\\n\\nAnd knots.
            LOCATION:Blue room
            END:VEVENT
            BEGIN:VEVENT
            UID:talk-2@bells.example
            DTSTART:20270302T110000
            DURATION:PT1H30M
            SUMMARY:Clocks
            URL:https://bells.example/clocks
            CATEGORIES:late,towers
            CATEGORIES:clocks
            END:VEVENT
            BEGIN:VEVENT
            UID:talk-3@bells.example
            DTSTART;VALUE=DATE:20270302
            SUMMARY:All day long
            END:VEVENT
            BEGIN:VEVENT
            UID:talk-4@bells.example
            STATUS:CANCELLED
            SUMMARY:Never
            END:VEVENT
            END:VCALENDAR
            """;

    private static ContributionReport read(String calendar) {
        var file = calendar.getBytes(UTF_8);
        assertThat(Format.named("auto", file)).isEqualTo(Format.ICS);
        return ReportFile.read(Format.ICS, file);
    }

    @Test
    void eventsAreContributionsWithPlaces() {
        assertThat(read(CALENDAR).contributions())
                .extracting(
                        ReportedContribution::line,
                        ReportedContribution::externalId,
                        ReportedContribution::title,
                        ReportedContribution::abstractText,
                        ReportedContribution::durationMinutes,
                        it -> it.placement().room(),
                        it -> it.placement().startsAt())
                .containsExactly(
                        tuple(
                                4,
                                "talk-1@bells.example",
                                "Why bells, all of them, are late",
                                "Ropes.\n\nAnd knots.",
                                45,
                                "Blue room",
                                "2027-03-02T10:00:00+01:00"),
                        tuple(14, "talk-2@bells.example", "Clocks", "", 90, null, "2027-03-02T11:00"),
                        tuple(23, "talk-3@bells.example", "All day long", "", null, null, null),
                        tuple(28, "talk-4@bells.example", "Never", "", null, null, null));
    }

    @Test
    void categoriesAreTagsAndAnAddressIsALink() {
        var clocks = read(CALENDAR).contributions().get(1);

        assertThat(clocks.classification().tags()).containsExactly("late", "towers", "clocks");
        assertThat(clocks.links()).containsExactly(new Link("https://bells.example/clocks", null));
    }

    @Test
    void whatIsCancelledIsWithdrawnAndNowhere() {
        var cancelled = CALENDAR.replace("SUMMARY:Why", "STATUS:CANCELLED\nSUMMARY:Why");

        assertThat(read(cancelled).contributions())
                .extracting(ReportedContribution::state, ReportedContribution::isPlaced)
                .startsWith(tuple("WITHDRAWN", false), tuple(null, false));
        assertThat(read(CALENDAR).contributions().get(0).isPlaced()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20270132T100000",
                "20271301T100000Z",
                "00000302T100000",
                "20270302T250000",
                "20270302T106000",
                "20270229T100000",
                "999990302T100000"
            })
    void aDateThatDoesNotExistIsNotTakenForAnother(String written) {
        var report = read(CALENDAR.replace("DTSTART:20270302T110000", "DTSTART:" + written));

        assertThat(report.contributions().get(1).placement().startsAt()).isNull();
        assertThat(report.notUnderstood())
                .contains(new NotUnderstood(
                        14, "Clocks", "taken without its time: \"" + written + "\" is none that exists"));
    }

    @Test
    void whereAllHaveOneUidTheyAreToldByTheirTitles() {
        var report = read(CALENDAR.replaceAll("talk-[0-9]", "talk"));

        assertThat(report.contributions())
                .extracting(ReportedContribution::externalId)
                .contains("title:Clocks", "title:All day long");
    }

    private static String event(String... lines) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Bells\nLOCATION:Blue\n" + String.join("\n", lines)
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    @Test
    void aLineMayBeFoldedWithinACharacter() {
        var bytes = event("DESCRIPTION:Éloïse").getBytes(UTF_8);
        var text = new String(bytes, ISO_8859_1).replace("\u00C3\u0089", "\u00C3\r\n \u0089");

        var report = ReportFile.read(Format.ICS, text.getBytes(ISO_8859_1));

        assertThat(report.contributions().get(0).abstractText()).isEqualTo("Éloïse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWay(String end) {
        var report = read(
                "\uFEFF" + event("DTSTART:20270302T100000Z", "DURATION:PT45M").replace("\n", end));

        assertThat(report.contributions()).allMatch(ReportedContribution::isPlaced);
        assertThat(report.contributions().get(0).line()).isEqualTo(2);
        assertThat(report.notUnderstood()).isEmpty();
    }

    @Test
    void whatIsNoEventIsLeftOutAndSaid() {
        var others = "BEGIN:VTODO\nSUMMARY:Ropes\nEND:VTODO\nBEGIN:VJOURNAL\nEND:VJOURNAL\nBEGIN:VEVENT";

        var report = read(event("DTSTART:20270302T100000Z").replaceFirst("BEGIN:VEVENT", others));

        assertThat(report.contributions()).hasSize(1);
        assertThat(report.notUnderstood())
                .containsExactly(
                        new NotUnderstood(2, "Ropes", "left out: a VTODO is no event"),
                        new NotUnderstood(5, "", "left out: a VJOURNAL is no event"));
    }

    @Test
    void whatIsInAnAlarmIsNotOfTheEvent() {
        var alarm = "BEGIN:VALARM\nSUMMARY:Ring\nDESCRIPTION:Ring\nDURATION:PT5M\nEND:VALARM";

        var bells = read(event("DTSTART:20270302T100000Z", "DTEND:20270302T103000Z", alarm))
                .contributions()
                .get(0);

        assertThat(bells.abstractText()).isEmpty();
        assertThat(bells.durationMinutes()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRULE:FREQ=SECONDLY", "RDATE:20270303T100000Z"})
    void whatRecursIsTakenOnceAndThatIsSaid(String rule) {
        var one = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20270309T100000Z\nSUMMARY:Bells again\nEND:VEVENT\n";

        var report = read(event("DTSTART:20270302T100000Z", rule).replace("END:VCALENDAR", one + "END:VCALENDAR"));

        assertThat(report.contributions())
                .extracting(ReportedContribution::title)
                .containsExactly("Bells");
        assertThat(report.notUnderstood())
                .containsExactly(
                        new NotUnderstood(2, "Bells", "recurs: it is taken once, at its first time"),
                        new NotUnderstood(
                                9, "Bells again", "left out: one time of an event that recurs, which is taken once"));
    }

    @Test
    void whatLacksATimeOrARoomIsTakenAndThatIsSaid() {
        var day = read(event("DTSTART;VALUE=DATE:20270302"));
        var nowhere = read(event("DTSTART:20270302T100000Z").replace("LOCATION:Blue\n", ""));

        assertThat(day.contributions()).noneMatch(ReportedContribution::isPlaced);
        assertThat(day.notUnderstood())
                .contains(new NotUnderstood(2, "Bells", "taken, but not placed: it is on a day, without a time"));
        assertThat(nowhere.contributions()).noneMatch(ReportedContribution::isPlaced);
        assertThat(nowhere.notUnderstood())
                .containsExactly(new NotUnderstood(2, "Bells", "taken, but not placed: it has a time and no room"));
    }

    @Test
    void aFileMayHaveSeveralCalendarsAndEventsWithoutUid() {
        var second = event("DTSTART:20270302T100000Z").replace("UID:a\n", "").replace("Bells", "Clocks");

        var report =
                read(event("DTSTART:20270302T100000Z").replace("BEGIN:VEVENT", "NAME:Towers\nBEGIN:VEVENT") + second);

        assertThat(report.title()).isEqualTo("Towers");
        assertThat(report.contributions())
                .extracting(ReportedContribution::externalId)
                .containsExactly("a", "title:Clocks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:VEVENT\n",
                "BEGIN:X\n",
                "X;a=1;b=2,",
                "x\n",
                ";",
                "DTSTART;TZID=",
                "CATEGORIES:a,b,c,",
                "\n "
            })
    @Timeout(value = 60, unit = SECONDS)
    void aCalendarOfAnyShapeIsReadOrRefusedInTime(String shape) {
        var hostile = shape.repeat(6_000_000 / shape.length());

        ReadOrRefused.require(Format.ICS, event(hostile).getBytes(UTF_8));
        ReadOrRefused.require(Format.ICS, ("BEGIN:VCALENDAR\n" + hostile).getBytes(UTF_8));
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        assertThatThrownBy(() -> Calendar.read("BEGIN:VCARD\nEND:VCARD".getBytes(UTF_8)))
                .isInstanceOf(InvalidReport.class);
    }

    @ParameterizedTest
    @CsvSource({"pyconau2023-adl-schedule.ics, 94", "moca2024-schedule.ics, 60"})
    void calendarsOfRealConferencesAreRead(String name, int atLeast) throws IOException {
        var path = REAL.resolve(name);
        Assumptions.assumeThat(path).exists();

        var report = ReportFile.read(Format.ICS, Files.readAllBytes(path));

        assertThat(report.contributions())
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .allMatch(ReportedContribution::isPlaced);
    }
}
