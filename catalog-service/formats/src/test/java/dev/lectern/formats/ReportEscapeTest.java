package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportEscapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain, with $\\u{g}$ and \\(x\\)\n\nand *more*",
                "Contribution ID: 5",
                "x\nPresenter(s): y\n**Bold**\n(30 minutes)\nz",
                "\n \nx\r\ny\r\n\n",
                " ",
                "\n",
                "\\U{0043} \\\\U{0043}",
                "\\U{110000} \\U{D800",
                "😀 **"
            })
    void whatIsEscapedIsRead(String text) {
        assertThat(ReportEscape.undo(ReportEscape.text(text))).isEqualTo(text);
        assertThat(ReportEscape.undo(ReportEscape.title(text))).isEqualTo(text);
        assertThat(ReportEscape.undo(ReportEscape.value(text))).isEqualTo(text);
        assertThat(ReportEscape.undo(ReportEscape.field(text))).isEqualTo(text);
    }

    @Test
    void whatNeedsNoEscapeIsLeftAlone() {
        var text = "We use $\\alpha$: see *Figure 5* (in colour).\n\n- a list\n\nFoo: bar.";
        assertThat(ReportEscape.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dr    | DUPONT      | Éloïse      | Liège; (Namur)
                  | O'Neil, Jr. | of; (X)     |
                  | Dr Who      | a)b(c       | x)
            Prof. | A; B        |             | (
            """)
    void peopleAreReadAsTheyWereWritten(String honorific, String family, String given, String affiliation) {
        // Given
        var person = new ReportedPerson(honorific, family, given, affiliation);
        // When
        var written = ReportedPerson.written(honorific, family, given, affiliation, person.raw());
        // Then
        assertThat(ReportedPerson.parseList(written + "; " + written)).isEqualTo(List.of(person, person));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\U{0000}", "\\U{FFFFFF}", "\\U{D800}"})
    void aCodeOfNoLetterIsReplaced(String code) {
        assertThat(ReportEscape.undo(code)).isEqualTo("\uFFFD");
    }
}
