package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which zone the times of a file are. */
class ZonesOfFilesTest {

    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            %sBEGIN:VEVENT
            UID:a
            SUMMARY:Bells
            LOCATION:Blue
            DTSTART%s
            END:VEVENT
            END:VCALENDAR
            """;

    private static ContributionReport read(String text) {
        var file = text.getBytes(UTF_8);
        return ReportFile.read(Format.named("auto", file), file);
    }

    private static String start(ContributionReport report) {
        return report.contributions().get(0).placement().startsAt();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";TZID=Europe/Paris:20270702T100000 | 2027-07-02T10:00:00+02:00",
                ";TZID=W. Europe Standard Time:20270702T100000 | 2027-07-02T10:00:00+02:00",
                ";TZID=\"W. Europe Standard Time\":20270302T100000 | 2027-03-02T10:00:00+01:00",
                ";TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\":20270702T100000 | 2027-07-02T10:00:00+02:00",
                ";TZID=(UTC+01:00) Amsterdam, Berlin:20270702T100000 | 2027-07-02T10:00:00+02:00",
                ";TZID=/freeassociation.sourceforge.net/Europe/Paris:20270702T100000 | 2027-07-02T10:00:00+02:00",
                ";TZID=GMT+0100:20270702T100000 | 2027-07-02T10:00:00+01:00",
                ":20270702T100000Z | 2027-07-02T10:00:00Z",
                ":20270702T100023 | 2027-07-02T10:00",
            })
    void aCalendarNamesZonesInManyWays(String start, String startsAt) {
        assertThat(start(read(CALENDAR.formatted("", start)))).isEqualTo(startsAt);
    }

    @ParameterizedTest
    @CsvSource({
        // 28 March 2027: the clocks skip from 2 to 3. 31 October 2027: they show 2 to 3 twice.
        "20270328T023000, 2027-03-28T03:30:00+02:00",
        "20271031T023000, 2027-10-31T02:30:00+02:00"
    })
    void aTimeThatTheClocksSkipOrShowTwiceIsThatOfTheCalendarStandard(String local, String startsAt) {
        assertThat(start(read(CALENDAR.formatted("", ";TZID=Europe/Paris:" + local))))
                .isEqualTo(startsAt);
    }

    @Test
    void whatHasNoZoneIsInThatOfTheCalendar() {
        var report = read(CALENDAR.formatted("X-WR-TIMEZONE:Europe/Paris\n", ":20270702T100000"));

        assertThat(start(report)).isEqualTo("2027-07-02T10:00:00+02:00");
        assertThat(report.timeZone()).isEqualTo("Europe/Paris");
    }

    @Test
    void anEventInAZoneThatNobodyKnowsIsTakenAndNotPlaced() {
        var event = read(CALENDAR.formatted("", ";TZID=Mars/Base:20270702T100000"));
        var calendar = read(CALENDAR.formatted("X-WR-TIMEZONE:Mars/Base\n", ":20270702T100000"));

        assertThat(event.contributions().get(0).isPlaced()).isFalse();
        assertThat(event.notUnderstood())
                .contains(new NotUnderstood(
                        2, "Bells", "taken, but not placed: its time is in the zone Mars/Base, which is not known"));
        assertThat(calendar.contributions().get(0).isPlaced()).isFalse();
        assertThat(calendar.timeZone()).isNull();
        assertThat(calendar.notUnderstood()).contains(new NotUnderstood(1, "Mars/Base", FileZone.UNKNOWN));
    }

    @Test
    void aZoneThatTheFileDescribesIsTheOneThatItIsSaidToBe() {
        var zone = "BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Europe/Paris\nEND:VTIMEZONE\n";

        assertThat(start(read(CALENDAR.formatted(zone, ";TZID=Ours:20270702T100000"))))
                .isEqualTo("2027-07-02T10:00:00+02:00");
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void theRulesOfAZoneAreNotFollowed() {
        var zone = """
                BEGIN:VTIMEZONE
                TZID:Europe/Paris
                BEGIN:STANDARD
                DTSTART:00010101T000000
                RRULE:FREQ=SECONDLY
                TZOFFSETFROM:+0000
                TZOFFSETTO:+0500
                END:STANDARD
                END:VTIMEZONE
                """;

        assertThat(start(read(CALENDAR.formatted(zone, ";TZID=Europe/Paris:20270702T100000"))))
                .isEqualTo("2027-07-02T10:00:00+02:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Europe/Paris | 2027-07-02T10:00:00+02:00 | Europe/Paris",
                "Romance Standard Time | 2027-07-02T10:00:00+02:00 | Europe/Paris",
                "Mars/Base | - | -"
            })
    void aScheduleNamesItsZone(String name, String startsAt, String id) {
        var xml = read(("<schedule><conference><time_zone_name>%s</time_zone_name></conference><day date='2027-07-02'>"
                        + "<room name='Blue'><event id='1'><title>Bells</title><start>10:00</start></event></room></day></schedule>")
                .formatted(name));
        var json = read(("{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"Blue\":[{\"id\":1,\"title\":\"Bells\","
                        + "\"room\":\"Blue\",\"date\":\"2027-07-02\",\"start\":\"10:00\"}]}}],\"time_zone_name\":\"%s\"}}}")
                .formatted(name));
        var indico = read(
                ("{\"results\":[{\"timezone\":\"%s\",\"contributions\":[{\"id\":1,\"title\":\"Bells\",\"room\":\"Blue\","
                                + "\"startDate\":{\"date\":\"2027-07-02\",\"time\":\"10:00:00\"}}]}]}")
                        .formatted(name));

        assertThat(xml).satisfies(it -> assertThat(start(it)).isEqualTo(startsAt));
        assertThat(json).satisfies(it -> assertThat(start(it)).isEqualTo(startsAt));
        assertThat(indico).satisfies(it -> assertThat(start(it)).isEqualTo(startsAt));
        assertThat(xml.timeZone()).isEqualTo(id);
        assertThat(json.timeZone()).isEqualTo(id);
        assertThat(indico.timeZone()).isEqualTo(id);
        assertThat(xml.notUnderstood().isEmpty()).isEqualTo(id != null);
        assertThat(json.notUnderstood().isEmpty()).isEqualTo(id != null);
        assertThat(indico.notUnderstood().isEmpty()).isEqualTo(id != null);
    }
}
