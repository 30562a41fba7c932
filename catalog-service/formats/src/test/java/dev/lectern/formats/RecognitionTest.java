package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lectern.chassis.file.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is known by how it is built, not by a word that is somewhere in it. */
class RecognitionTest {

    private static Format of(String text) {
        return Format.named(null, text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "indico-json  | {\"results\":[{\"contributions\":[{\"id\":\"3\",\"title\":\"A\"}]}]}",
                "indico-json  | {\"results\":[{\"title\":\"days\",\"sessions\":[{\"contributions\":[]}],\"speakers\":[]}]}",
                "pretalx-json | {\"results\":[{\"code\":\"A\",\"title\":\"the \\\"friendly_id\\\" of \\\"contributions\\\" and \\\"days\\\"\"}]}",
                "pretalx-json | {\"talks\":[{\"title\":\"A\",\"speakers\":[]}]}",
                "frab-json    | {\"schedule\":{\"conference\":{\"title\":\"speakers\",\"days\":[]}}}",
                "frab-json    | {\"conference\":{\"days\":[{\"rooms\":{\"contributions\":[{\"friendly_id\":1}]}}]}}",
                "sessionize-json | {\"rooms\":[],\"sessions\":[]}",
                "sessionize-json | [{\"groupId\":1,\"groupName\":\"All\",\"sessions\":[]}]",
                "sessionize-json | [{\"date\":\"2027-03-02\",\"rooms\":[{\"sessions\":[]}]}]",
                "frab-xml     | <?xml version=\"1.0\"?><!-- a --><schedule>",
                "ics          | begin:vcalendar",
            })
    void structureTells(String format, String file) {
        assertThat(of(file)).hasToString(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,start",
                "Title;Type",
                "sep=;\nTitle;Type",
                "\"sep=,\"\nName,Speaker",
                "Subject,Venue",
                "Id,Room,Start",
                "code\troom\tdate\ttime",
                "ID,Proposal title"
            })
    void aTableIsToldByItsHeader(String header) {
        assertThat(of(header + "\n")).isEqualTo(Format.CSV);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"schedule\":{\"conference\":{\"title\":\"A\"}}} | frab-json, but there is no (/schedule)?/conference/days",
                "{\"results\":[{\"title\":\"A\"}]} | but there is no",
                "{\"a\":1} | nothing in it is where one of them has it",
                "<html><body>Report of Contributions</body></html> | frab-xml, but its first element is not <schedule>, it is <html>",
                "<!DOCTYPE schedule><schedule/> | A DOCTYPE is not accepted",
                "speaker,room | csv, but no column",
                "Dear all | indico-report, but there is no line \"Report of Contributions\"",
                "`` | it is empty"
            })
    void whatIsOfNoFormatIsToldWhatItLacks(String file, String lack) {
        var refusal = catchThrowableOfType(UnreadableFile.class, () -> of(file));

        assertThat(refusal.reasons())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail())
                        .startsWith("The file is of none of the formats indico-report, frab-xml,")
                        .contains(lack));
    }

    @Test
    void aFileWithoutFormatIsRecognised() {
        assertThat(Format.named(null, "title,type\n".getBytes(UTF_8)))
                .isEqualTo(Format.named("auto", "title,type\n".getBytes(UTF_8)));
    }
}
