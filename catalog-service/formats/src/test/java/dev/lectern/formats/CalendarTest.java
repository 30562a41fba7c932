package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                                "2027-03-02T09:00:00Z"),
                        tuple(14, "talk-2@bells.example", "Clocks", "", 90, null, "2027-03-02T11:00:00"),
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
    @CsvSource({
        "20270132T100000, 2027-01-32T10:00",
        "20271301T100000Z, 2027-13-01T10:00",
        "00000302T100000, 0000-03-02T10:00",
        "20270302T250000, 2027-03-02T25:00",
        "20270302T106000, 2027-03-02T10:60",
        "20270229T100000, 2027-02-29T10:00",
        "999990302T100000,",
    })
    void aDateThatDoesNotExistIsNotTakenForAnother(String written, String startsAt) {
        var clocks = read(CALENDAR.replace("DTSTART:20270302T110000", "DTSTART:" + written))
                .contributions()
                .get(1);

        assertThat(clocks.placement().startsAt()).isEqualTo(startsAt);
    }

    @Test
    void whereAllHaveOneUidTheyAreToldByTheirTitles() {
        var report = read(CALENDAR.replaceAll("talk-[0-9]", "talk"));

        assertThat(report.contributions())
                .extracting(ReportedContribution::externalId)
                .contains("title:Clocks", "title:All day long");
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        assertThatThrownBy(() -> Calendar.read("BEGIN:VCARD\nEND:VCARD")).isInstanceOf(InvalidReport.class);
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
