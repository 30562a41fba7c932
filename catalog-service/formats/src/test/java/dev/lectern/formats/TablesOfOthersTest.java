package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.chassis.file.UnreadableFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as Sessionize and pretalx make them, and as people do. */
class TablesOfOthersTest {

    private static ContributionReport read(String table) {
        var file = table.getBytes(UTF_8);
        return ReportFile.read(Format.named(null, file), file);
    }

    @Test
    void aTableOfSpeakersHasAContributionInSeveralRows() {
        var report = read("""
                Session Id,Title,Description,Owner,Owner Email,Session format,Level,Scheduled At,Room,Speaker Id,FirstName,LastName,Email,TagLine
                101,Bells,Ropes.,Ada,a@bells.example,Talk,Late,2027-03-02 10:00,Blue,s-1,Éloïse,DUPONT,e@bells.example,Rings
                101,Bells,Ropes.,Ada,a@bells.example,Talk,Late,2027-03-02 10:00,Blue,s-2,John,SMITH,,
                102,Clocks,,,,Talk,,,,s-1,Éloïse,DUPONT,e@bells.example,Rings
                """);

        assertThat(report.contributions())
                .extracting(
                        ReportedContribution::externalId,
                        ReportedContribution::title,
                        it -> it.people().presenters())
                .containsExactly(
                        tuple(
                                "101",
                                "Bells",
                                List.of(
                                        new ReportedPerson(null, "DUPONT", "Éloïse", null)
                                                .known("s-1")
                                                .reachedAt("e@bells.example"),
                                        new ReportedPerson(null, "SMITH", "John", null).known("s-2"))),
                        tuple(
                                "102",
                                "Clocks",
                                List.of(new ReportedPerson(null, "DUPONT", "Éloïse", null)
                                        .known("s-1")
                                        .reachedAt("e@bells.example"))));
        var bells = report.contributions().get(0);
        assertThat(bells.classification().type()).isEqualTo("Talk");
        assertThat(bells.classification().tags()).containsExactly("Late");
        assertThat(bells.placement()).isEqualTo(new Placement("Blue", "2027-03-02T10:00"));
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::text)
                .containsExactly("Owner", "Owner Email", "TagLine");
    }

    @Test
    void aTableOfPretalxHasCodesForIds() {
        var report = read("""
                ID,Proposal title,Proposal state,Session type,Track,Tags,Abstract,Description,Speaker names,Start,End,Room
                ABCDEF,Bells,confirmed,Talk,Towers,"late, old",Ropes.,More.,"Ada Alpha
                Bea Beta",2027-03-02T10:00:00+01:00,2027-03-02T10:45:00+01:00,Blue
                GHIJKL,Clocks,submitted,Talk,,,,,"Ada Alpha, Bea Beta",,,
                """);

        assertThat(report.notUnderstood()).isEmpty();
        assertThat(report.contributions())
                .extracting(
                        ReportedContribution::externalId,
                        ReportedContribution::title,
                        ReportedContribution::state,
                        ReportedContribution::durationMinutes,
                        it -> it.people().presenters().size())
                .containsExactly(
                        tuple("ABCDEF", "Bells", "CONFIRMED", 45, 2), tuple("GHIJKL", "Clocks", "PROPOSED", null, 2));
        assertThat(report.contributions().get(0).abstractText()).isEqualTo("Ropes.\n\nMore.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Date;Time;End time                  | 2027-03-02;10:00;10:45        | 2027-03-02T10:00 | 45",
                "Day;Start;End                       | 2 March 2027;10:00 AM;1:00 pm | 2027-03-02T10:00 | 180",
                "Start date;Start time;Length        | 02.03.2027;9.30;1h30          | 2027-03-02T09:30 | 90",
                "Day;Begin;Until                     | 2027-03-02;23:30;00:15        | 2027-03-02T23:30 | 45",
                "Start;End;x                         | 2027-03-02 10:00;2027-03-02 11:00; | 2027-03-02T10:00 | 60",
                "Date;Start time;Duration            | 31/12/2027;10:00;30           | 2027-12-31T10:00 | 30",
                "Date;Start time;Duration            | 3/2/2027;10:00;30             | -                | 30",
            })
    void dayTimeAndEndMayHaveColumnsOfTheirOwn(String columns, String cells, String start, int minutes) {
        var bells = read("sep=;\nName;Venue;%s\nBells;Blue;%s\n".formatted(columns, cells))
                .contributions()
                .get(0);

        assertThat(bells.placement()).isEqualTo(new Placement("Blue", start));
        assertThat(bells.durationMinutes()).isEqualTo(minutes);
        assertThat(bells.line()).isEqualTo(3);
    }

    @Test
    void aTableWithoutTitlesSaysWhereContributionsAre() {
        var table = "number,room,start\n7,Blue,2027-03-02 10:00\n,Red,2027-03-02 10:00\n".getBytes(UTF_8);

        var report = ReportFile.readPlaces(Format.named(null, table), table);

        assertThat(report.contributions())
                .extracting(ReportedContribution::number, ReportedContribution::title, ReportedContribution::isPlaced)
                .containsExactly(tuple(7, null, true));
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(3, "", "left out: there is no number, code or title"));
        assertThatThrownBy(() -> ReportFile.read(Format.CSV, table))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("A title is needed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Alpha, Bea Beta                 | Ada Alpha/Bea Beta            | sure",
                "Ada Alpha, Bea Beta and Cy Gamma    | Ada Alpha/Bea Beta/Cy Gamma   | sure",
                "Ada Alpha, Bea Beta, and Cy Gamma   | Ada Alpha/Bea Beta/Cy Gamma   | sure",
                "Ada Alpha & Bea Beta                | Ada Alpha/Bea Beta            | sure",
                "Ada Alpha; Bea Beta                 | Ada Alpha/Bea Beta            | sure",
                "Ada Alpha (MIT, Boston), Bea Beta   | Ada Alpha/Bea Beta            | sure",
                "ALPHA, Ada                          | ALPHA+Ada                     | sure",
                "Alpha, Ada                          | Alpha+Ada                     | sure",
                "ALPHA, Ada, BETA, Bea               | ALPHA+Ada/BETA+Bea            | sure",
                "VAN ALPHA, Ada Maria                | VAN ALPHA+Ada Maria           | sure",
                "ALPHA, Ada (MIT); BETA, Bea         | ALPHA+Ada/BETA+Bea            | sure",
                "Ada Alpha                           | Ada Alpha                     | sure",
                "Ada Alpha, Bea                      | Ada Alpha+Bea                 | doubtful",
                "Alpha, Ada, Beta, Bea               | Alpha+Ada/Beta+Bea            | doubtful",
                "Ada Alpha, Bea, Cy Gamma            | Ada Alpha/Bea/Cy Gamma        | doubtful",
                "Smith & Sons                        | Smith/Sons                    | doubtful",
            })
    void peopleInACellAreToldApart(String cell, String people, String sureness) {
        var report = read("title,speakers\nBells,\"%s\"\n".formatted(cell));

        assertThat(report.contributions().get(0).people().presenters())
                .extracting(
                        person -> person.familyName() + (person.givenNames() == null ? "" : "+" + person.givenNames()))
                .containsExactly(people.split("/"));
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::text)
                .isEqualTo(sureness.equals("sure") ? List.of() : List.of(cell));
    }

    @Test
    void ofTwoColumnsForOneThingTheLikelierIsRead() {
        var report = read("Name,Title,Speaker\nEloise,Bells,Ada Alpha\n");

        assertThat(report.contributions())
                .extracting(ReportedContribution::title)
                .containsExactly("Bells");
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(1, "Name", "not read: another column is the title"));
    }
}
