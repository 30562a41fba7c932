package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.chassis.file.UnreadableFile;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final String ALL = """
            field: Needs,links,tags,authors,co-authors,state,language,code,title,number,field: Mood
            "A *ladder*,
            or two","https://bells.example/a Slides of it
            https://bells.example/b","late; ropes, old","DUPONT, Éloïse (Liège; Namur)","SMITH, John; MADONNA",proposed,fr,B-1,Bells,7,
            """;

    private static ContributionReport read(String table) {
        return read(table.getBytes(UTF_8));
    }

    private static ContributionReport read(byte[] table) {
        assertThat(Recognition.of(table).recognised()).contains(Format.CSV);
        return ReportFile.read(Format.CSV, table);
    }

    @Test
    void aTableSaysAllThatThereIsToSay() {
        var report = read(ALL);

        assertThat(report.notUnderstood()).isEmpty();
        assertThat(report.contributions())
                .containsExactly(new ReportedContribution(
                        7,
                        null,
                        2,
                        "Bells",
                        "",
                        new Classification("B-1", null, null, null, "fr", List.of("late", "ropes, old")),
                        null,
                        "PROPOSED",
                        new People(
                                List.of(),
                                List.of(new ReportedPerson(null, "DUPONT", "Éloïse", "Liège; Namur")),
                                List.of(
                                        new ReportedPerson(null, "SMITH", "John", null),
                                        new ReportedPerson(null, "MADONNA", null, null))),
                        List.of(
                                new Link("https://bells.example/a", "Slides of it"),
                                new Link("https://bells.example/b", null)),
                        List.of(new CustomField("Needs", "A *ladder*,\nor two")),
                        Placement.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "x-UTF-16LE-BOM", "UTF-16", "BOM"})
    void spreadsheetsSaveInManyEncodings(String encoding) {
        var table = "title;type\nÉloïse’s bells;Talk\n";
        var bytes =
                encoding.equals("BOM") ? ("\uFEFF" + table).getBytes(UTF_8) : table.getBytes(Charset.forName(encoding));

        assertThat(read(bytes).contributions())
                .extracting(ReportedContribution::title)
                .containsExactly("Éloïse’s bells");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anyOfFourSeparatesTheCells(String separator) {
        var bells = read("title,track\nBells,Towers\n".replace(",", separator))
                .contributions()
                .get(0);

        assertThat(bells.title()).isEqualTo("Bells");
        assertThat(bells.classification().track()).isEqualTo("Towers");
    }

    @Test
    void theTableOfIndicoIsRead() {
        var report = read("""
                Id,Title,Description,Date,Duration,Type,Session,Track,Presenters,Materials,Authors,Co-Authors,Board number
                7,Bells,Ropes.,2027-03-02 09:00:00+00:00,1h 30m,Talk,Towers,,"Éloïse DUPONT (Liège, Namur), John SMITH","https://a.example/1,  https://a.example/2",Ada B,,14
                8,Clocks,,,20 minutes,,,,,,,,
                """);

        var bells = report.contributions().get(0);
        assertThat(bells.durationMinutes()).isEqualTo(90);
        assertThat(bells.placement().startsAt()).isEqualTo("2027-03-02T09:00:00+00:00");
        assertThat(bells.people().presenters())
                .extracting(ReportedPerson::familyName, ReportedPerson::affiliation)
                .containsExactly(tuple("Éloïse DUPONT", "Liège, Namur"), tuple("John SMITH", null));
        assertThat(bells.people().authors()).hasSize(1);
        assertThat(bells.links()).extracting(Link::url).containsExactly("https://a.example/1", "https://a.example/2");
        assertThat(report.contributions().get(1).durationMinutes()).isEqualTo(20);
        assertThat(report.notUnderstood()).extracting(NotUnderstood::text).containsExactly("Board number");
    }

    @Test
    void wherePeopleHaveSemicolonsInTheirNamesEachHasALine() {
        var people = read("title,presenters\nBells,\"Smith; Sons\nMADONNA\"\nClocks,\"Smith; Sons\n\"\n")
                .contributions();

        assertThat(people.get(0).people().presenters())
                .extracting(ReportedPerson::familyName)
                .containsExactly("Smith; Sons", "MADONNA");
        assertThat(people.get(1).people().presenters()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'=1+1 | =1+1",
                "''=1+1 | '=1+1",
                "'-5 | -5",
                "'@a | @a",
                "=HYPERLINK(1) | =HYPERLINK(1)",
                "'s bell | 's bell"
            })
    void theShieldOfAFormulaIsTakenAway(String cell, String title) {
        assertThat(read("title,type\n" + cell + ",Talk\n")
                        .contributions()
                        .get(0)
                        .title())
                .isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999-01-01 10:00", "2027-03-02", "10:00", "soon"})
    void aStartThatIsNoTimeIsReported(String start) {
        var report = read("title,start\nBells," + start + "\n");

        assertThat(report.contributions().get(0).placement().startsAt()).isNull();
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(
                        2, "Bells", "taken without its time: \"" + start + "\" is none that is understood"));
    }

    @Test
    void aStateThatIsNotKnownIsReported() {
        var report = read("title,state\nBells,sleeping\n");

        assertThat(report.contributions().get(0).state()).isNull();
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(2, "Bells", "not a state that is known: sleeping"));
    }

    @Test
    @Timeout(value = 60, unit = SECONDS)
    void twentyThousandRowsAreReadAndMoreAreRefused() {
        var rows = IntStream.rangeClosed(1, 20_000)
                .mapToObj(number -> number + ",Bells,\"DUPONT, Éloïse (Liège)\",Ropes.\n")
                .collect(joining("", "number,title,presenters,abstract\n", ""));

        assertThat(read(rows).contributions()).hasSize(20_000);
        assertThatThrownBy(() -> read(rows + "20001,Clocks,,\n")).isInstanceOf(UnreadableFile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "(", ")", "(,", ", https://", ",    ", ";", "\n", "a\n", "\"\""})
    @Timeout(value = 60, unit = SECONDS)
    void aCellOfAnyShapeIsReadOrRefusedInTime(String shape) {
        var cell = shape.repeat(9_000_000 / shape.length());
        var table = "id,title,presenters,materials,tags,abstract\n7,Bells,\"%s\",\"%s\",,\n".formatted(cell, "");

        ReadOrRefused.require(Format.CSV, table.getBytes(UTF_8));
        ReadOrRefused.require(
                Format.CSV, "title,materials,tags\nA,\"%s\",\n".formatted(cell).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a,", "\"\",", "a\",", " ,", "\n", "a\n"})
    @Timeout(value = 60, unit = SECONDS)
    void aFileOfSeparatorsIsRefusedInBoundedMemory(String shape) {
        var file = "title,type\n" + shape.repeat(9_000_000 / shape.length());

        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void halfACharacterOfUtf16IsNoReasonToFail() {
        var table = "title;type\nBells;Talk\n".getBytes(UTF_16);
        var cut = Arrays.copyOf(table, table.length - 1);

        ReadOrRefused.require(Format.CSV, cut);
    }
}
