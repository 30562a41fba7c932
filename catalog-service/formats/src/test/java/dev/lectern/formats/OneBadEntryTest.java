package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an entry costs that entry, or a part of it, in all formats, and is said with where it is. */
class OneBadEntryTest {

    private static final String XML = "<schedule><day date='2027-03-02'><room name='Blue'>"
            + "<event id='1'><title>Bells</title><start>%2$s</start><duration>%1$s</duration></event>"
            + "<event id='2'><title>Clocks</title><start>11:00</start><duration>00:30</duration></event></room></day></schedule>";
    private static final String FRAB_JSON = "{\"schedule\":{\"conference\":{\"days\":[{\"rooms\":{\"Blue\":["
            + "{\"id\":1,\"title\":\"Bells\",\"room\":\"Blue\",\"date\":\"2027-03-02\",\"start\":\"%2$s\",\"duration\":\"%1$s\"},"
            + "{\"id\":2,\"title\":\"Clocks\",\"room\":\"Blue\",\"date\":\"2027-03-02T11:00\",\"duration\":30}]}}]}}}";
    private static final String PRETALX_JSON =
            "{\"results\":[{\"code\":\"A\",\"title\":\"Bells\",\"duration\":\"%1$s\","
                    + "\"slot\":{\"room\":\"Blue\",\"start\":\"2027-03-02T%2$s\"}},"
                    + "{\"code\":\"B\",\"title\":\"Clocks\",\"duration\":30,\"slot\":{\"room\":\"Blue\",\"start\":\"2027-03-02T11:00\"}}]}";
    private static final String INDICO_JSON = "{\"results\":[{\"contributions\":["
            + "{\"id\":\"1\",\"title\":\"Bells\",\"duration\":\"%1$s\",\"room\":\"Blue\",\"startDate\":{\"date\":\"2027-03-02\",\"time\":\"%2$s\"}},"
            + "{\"id\":\"2\",\"title\":\"Clocks\",\"duration\":30,\"room\":\"Blue\",\"startDate\":{\"date\":\"2027-03-02\",\"time\":\"11:00:00\"}}]}]}";
    private static final String CSV =
            "id,title,duration,room,start\n1,Bells,%1$s,Blue,2027-03-02 %2$s\n2,Clocks,30,Blue,2027-03-02 11:00\n";

    static List<String> files() {
        return List.of(XML, FRAB_JSON, PRETALX_JSON, INDICO_JSON, CSV);
    }

    private static ContributionReport read(String text) {
        var file = text.getBytes(UTF_8);
        return ReportFile.read(Format.named(null, file), file);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDurationIsReadHoweverItIsWritten(String file) {
        assertThat(read(file.formatted("PT45M", "10:00")).contributions())
                .extracting(ReportedContribution::durationMinutes)
                .containsExactly(45, 30);
    }

    @ParameterizedTest
    @CsvSource({
        "PT45M,45",
        "PT1H30M,90",
        "P1D,1440",
        "135.0:00,135",
        "90.0,90",
        "1h30,90",
        "1h 30m,90",
        "90 min,90",
        "90 min.,90",
        "90',90",
        "1:30,90",
        "0:45:59,45",
        "1:00:00:00,1440",
        "0:01:30:00,90",
        "24:00,1440"
    })
    void durationsHaveManyForms(String written, int minutes) {
        assertThat(new EntryValues().minutes(written)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDurationThatIsNoneCostsTheDurationAndIsSaid(String file) {
        for (var duration : List.of("24:30", "48:00", "00:00", "soon", "P99999999D")) {
            var report = read(file.formatted(duration, "10:00"));

            assertThat(report.contributions())
                    .extracting(ReportedContribution::title, ReportedContribution::durationMinutes)
                    .containsExactly(tuple("Bells", null), tuple("Clocks", 30));
            assertThat(report.notUnderstood())
                    .singleElement()
                    .satisfies(it -> assertThat(it.text()).isEqualTo("Bells"))
                    .satisfies(
                            it -> assertThat(it.reason()).contains("taken without its duration", '"' + duration + '"'));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aStartIsCutToTheMinute(String file) {
        assertThat(read(file.formatted("30", "11:00:23")).contributions())
                .extracting(it -> it.placement().startsAt())
                .startsWith("2027-03-02T11:00");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aStartThatIsNoneCostsThePlaceAndIsSaid(String file) {
        var report = read(file.formatted("30", "25:00"));

        assertThat(report.contributions())
                .extracting(ReportedContribution::isPlaced)
                .containsExactly(false, true);
        assertThat(report.notUnderstood())
                .filteredOn(note -> note.text().equals("Bells"))
                .singleElement()
                .matches(NotUnderstood::saysWhyNoTime);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aTitleThatIsTooLongCostsTheEntry(String file) {
        var title = "x".repeat(3_000);
        var report = read(file.formatted("30", "10:00").replace("Bells", title));

        assertThat(report.contributions())
                .extracting(ReportedContribution::title)
                .containsExactly("Clocks");
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::text, NotUnderstood::reason)
                .containsExactly(tuple("x".repeat(200) + "…", "left out: its title is longer than 2000 characters"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aTitleThatIsNotThereCostsTheEntry(String file) {
        for (var title : List.of("", " ", "\u202E")) {
            var report = read(file.formatted("30", "10:00").replace("Bells", title));

            assertThat(report.contributions())
                    .extracting(ReportedContribution::title)
                    .containsExactly("Clocks");
            assertThat(report.notUnderstood()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aRoomThatIsTooLongCostsThePlace(String file) {
        var report = read(file.formatted("30", "10:00").replace("Blue", "x".repeat(300)));

        assertThat(report.contributions()).hasSize(2).noneMatch(ReportedContribution::isPlaced);
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::reason)
                .contains("taken, but not placed: its room is longer than 200 characters");
    }

    @Test
    void aReportOfIndicoLosesWhatIsTooLongToo() {
        var report = read("**Vanes**\n\nReport of Contributions\n\nContribution ID: 2\n\n" + "x".repeat(3_000)
                + "\n\nText.\n\nContribution ID: 3\n\nTin\n\nPresenters: ÅS, Liv; OKAFOR, " + "y".repeat(300) + "\n");

        assertThat(report.contributions())
                .extracting(
                        ReportedContribution::number,
                        it -> it.people().presenters().size())
                .containsExactly(tuple(3, 1));
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::line, NotUnderstood::reason)
                .containsExactly(
                        tuple(5, "left out: its title is longer than 2000 characters"),
                        tuple(11, "taken without a person: the name is longer than 200 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "07", "soon", "9999999999"})
    void aNumberInATableThatIsNoneCostsTheRow(String number) {
        var report = read("id,title\n%s,Bells\n2,Clocks\n3,Towers\n".formatted(number));

        assertThat(report.contributions())
                .extracting(ReportedContribution::title)
                .containsExactly("Clocks", "Towers");
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(
                        2, "Bells", "left out: a number is whole, from 1 to 999999999, and not " + number));
    }

    @Test
    void entriesInOneLineAreToldByTheirColumns() {
        var json = FRAB_JSON.formatted("soon", "10:00");
        var xml = XML.formatted("soon", "10:00");

        assertThat(read(json).notUnderstood())
                .extracting(NotUnderstood::line, NotUnderstood::column)
                .containsExactly(tuple(1, json.indexOf("{\"id\":1") + 1));
        assertThat(read(xml).notUnderstood())
                .extracting(NotUnderstood::line, NotUnderstood::column)
                .containsExactly(tuple(1, xml.indexOf("<event") + 1));
    }
}
