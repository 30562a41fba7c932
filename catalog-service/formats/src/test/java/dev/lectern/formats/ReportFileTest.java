package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lectern.chassis.file.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a file as a whole, and what is left out of it. */
class ReportFileTest {

    private static final Path SEEDS = Path.of("src/test/resources/seeds");
    private static final String REPORT =
            "**Vanes**\n\nReport of Contributions\n\nContribution ID: 2\n\nType: **Talk**\n\nTin\n\n";

    private static byte[] seed(Format format) throws IOException {
        try (var files = Files.list(SEEDS.resolve(format.toString()))) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }

    private static UnreadableFile refusal(Format format, byte[] file) {
        return catchThrowableOfType(UnreadableFile.class, () -> ReportFile.read(format, file));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFileIsRecognisedAndOneOfAnotherFormatThanSaidIsRefusedWithThat(Format said) throws IOException {
        for (var real : Format.values()) {
            assertThat(Recognition.of(seed(real)).recognised()).contains(real);
            if (real != said) {
                var refusal = refusal(said, seed(real));
                assertThat(refusal.reasons())
                        .extracting(fault -> fault.detail())
                        .containsExactly("This is not " + said + ": it looks like " + real);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"INDICO_REPORT"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsNoTextIsSaidToBeWhatItIs(Format said) {
        var pdf = "%PDF-1.7\u0000\u00FF".getBytes(ISO_8859_1);
        var zip = "PK\u0003\u0004\u0000\u00FF".getBytes(ISO_8859_1);

        assertThat(refusal(said, pdf)).hasMessage("This is not " + said + ": it looks like indico-report");
        assertThat(refusal(said, zip)).hasMessageStartingWith("This is not " + said + ": it looks like a zip");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotUtf8IsRefusedWithItsLine(Format format) throws IOException {
        var text = new String(seed(format), UTF_8);
        var latin = text.replaceFirst("Bells|bells", "b\u00E4lls").getBytes(ISO_8859_1);

        assertThat(refusal(format, latin).reasons())
                .allSatisfy(fault -> assertThat(fault.line()).isPositive());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"INDICO_REPORT", "CSV", "ICS", "FRAB_XML"})
    void aNulIsRefused(Format format) throws IOException {
        var file = new String(seed(format), UTF_8).replaceFirst("Bells|bells", "b\0lls");

        assertThat(refusal(format, file.getBytes(UTF_8)).reasons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x ", "é", "**"})
    void anAbstractThatIsLongerThanSaneIsLeftOutAndSaid(String shape) {
        var file = (REPORT + "Text.\n" + shape.repeat(5_000_000 / shape.length())).getBytes(UTF_8);

        var report = ReportFile.read(Format.INDICO_REPORT, file);

        assertThat(report.contributions())
                .extracting(ReportedContribution::abstractText)
                .containsExactly("");
        assertThat(report.notUnderstood())
                .containsExactly(new NotUnderstood(
                        5, "Tin", "taken without its abstract: that is longer than 50000 characters"));
    }

    @Test
    void controlsOfDirectionAreTakenOutOfTitlesAndNamesAndReported() {
        var report = ReportFile.read(
                Format.INDICO_REPORT,
                (REPORT.replace("Tin", "T\u202Ein\u2069") + "Text.\n\nPresenter: \u2066OKAFOR, Ch\u202Didi")
                        .getBytes(UTF_8));

        var tin = report.contributions().get(0);
        assertThat(tin.title()).isEqualTo("Tin");
        assertThat(tin.people().presenters()).containsExactly(new ReportedPerson(null, "OKAFOR", "Chidi", null));
        assertThat(report.notUnderstood())
                .containsExactly(
                        new NotUnderstood(5, "Tin", "controls of the direction of text, taken out"),
                        new NotUnderstood(5, "OKAFOR, Chidi", "controls of the direction of text, taken out"));
    }

    @ParameterizedTest
    @CsvSource({
        "a \u2066b\u2069 \u2068c\u2069,true",
        "a \u2067b \u2066c\u2069\u2069,true",
        "a \u202Bc\u202C,false",
        "a \u2066b,false",
        "a\u2069,false",
        "a \u2066b\u202C,false",
        "a \u202Eb\u202C,false",
    })
    void anAbstractKeepsThoseThatEndWhereTheyShould(String text, boolean kept) {
        var report = ReportFile.read(Format.INDICO_REPORT, (REPORT + text).getBytes(UTF_8));

        assertThat(report.contributions().get(0).abstractText())
                .isEqualTo(kept ? text : text.replaceAll("[\u202A-\u202E\u2066-\u2069]", ""));
        assertThat(report.notUnderstood()).hasSize(kept ? 0 : 1);
    }

    @Test
    void aTitleIsOneLineWithoutControlCharacters() {
        var report = ReportFile.read(
                Format.FRAB_JSON,
                "{\"schedule\": {\"conference\": {\"days\": [{\"rooms\": {\"A\": [{\"id\": 1, \"title\": \"Be\\u0007lls\\r\\n\\tand clocks\"}]}}]}}}"
                        .getBytes(UTF_8));

        assertThat(report.contributions().get(0).title()).isEqualTo("Bells and clocks");
    }
}
