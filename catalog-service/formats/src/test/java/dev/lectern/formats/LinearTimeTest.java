package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.lectern.chassis.text.Counted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts letters that are looked at, people that are read and names that are written, which no busy machine can change.
 */
class LinearTimeTest {

    private static final int LENGTH = 50_000;
    private static final int LOOKS_PER_LETTER = 20;

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\U", "\\U{", "\\\\\\U{0041}", "\\U{0041", "U{"})
    void whatIsEscapedIsFoundInLinearTime(String piece) {
        // Given
        var text = new Counted(piece.repeat(LENGTH / piece.length()));
        var code = ReportEscape.CODE.matcher(text);
        // When
        while (code.find()) {
            assertThat(code.end()).isPositive();
        }
        // Then
        assertThat(text.looks()).isLessThan((long) LOOKS_PER_LETTER * LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bold\n", "bold", "libertine", "track\n", "type ", "language-", "tracks\u0085"})
    void whatANameSaysIsFoundInLinearTime(String piece) {
        for (var pattern : List.of(PdfWord.BOLD, SessionizeJson.TRACK, SessionizeJson.TYPE, SessionizeJson.LANGUAGE)) {
            var name = new Counted(piece.repeat(LENGTH / piece.length()));

            assertThat(pattern.matcher(name).find()).isIn(true, false);

            assertThat(name.looks()).isLessThan((long) LOOKS_PER_LETTER * LENGTH);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A, B (C); ", "A (B), ", "Ann B, ", "A, B, ", "Ann B and ", "A and ", "A & ", "A B\n", "AB, c, "
            })
    void ofALongListOnlyAsManyPeopleAreReadAsSomeoneCouldList(String piece) {
        var people = piece.repeat(400_000);

        assertThat(NamedPeople.in(people, 1).people().size()).isLessThanOrEqualTo(3 * ReportedPerson.MOST_IN_A_LIST);
        assertThat(ReportedPerson.parseList(people).size()).isLessThanOrEqualTo(ReportedPerson.MOST_IN_A_LIST);
        assertThat(ReportedPerson.parseList(people, ',').size()).isLessThanOrEqualTo(ReportedPerson.MOST_IN_A_LIST);
    }

    @Test
    void howManyPeopleAListHasIsNotClaimed() {
        assertThat(read(people(5_000))).contains("only the first 200 presenters are taken, of 1000 or more");
        assertThat(read(people(300))).contains("only the first 200 presenters are taken, of 300");
    }

    private static String people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "A" + i + ", Ann").collect(Collectors.joining("; "));
    }

    private static Stream<String> read(String people) {
        var table = "number,title,presenters\n1,Ropes,\"" + people + "\"\n";
        return ReportFile.read(Format.CSV, table.getBytes(StandardCharsets.UTF_8)).notUnderstood().stream()
                .map(NotUnderstood::reason);
    }

    /** A long name stands above each of the objects in its list. */
    @Test
    void theNamesOnTheWayToThingsInAFileAreNotWrittenForEachOfThem() throws IOException {
        for (var name : List.of("a", "a".repeat(JsonPlace.LONGEST - 3), "a".repeat(40_000))) {
            try (var json = new JsonFactory().createParser("{\"" + name + "\":[{}]}")) {
                for (var token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
                    assertThat(JsonPlace.of(json.getParsingContext())).hasSizeLessThanOrEqualTo(JsonPlace.LONGEST);
                }
            }
        }
    }

    @Test
    void aFileOfNothingButValuesIsRefused() {
        for (var value : List.of("{},", "[],", "\"a\",", "1,")) {
            var file = "{\"results\":[{\"code\":\"a\",\"title\":\"T\",\"tags\":["
                    + value.repeat(CountedJson.MOST_VALUES) + "0]}]}";

            assertThatThrownBy(() -> ReportFile.read(Format.PRETALX_JSON, file.getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("more than 750000 values");
        }
    }
}
