package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that are kept beside the project and not in it; skipped where they are missing. */
class RealReportTest {
    private static final Path SHARED = Path.of("../../../shared");
    private static final Path SEED = SHARED.resolve("seed/report-of-contributions.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSampleSaysWhatIsExpectedOfIt() throws IOException {
        var report = IndicoReport.parse(read(SHARED.resolve("data/reports/report-sample.txt")));
        var expected = JSON.readTree(read(SHARED.resolve("data/reports/report-sample.expected.json")));

        assertThat(asExpected(report)).isEqualTo(expected);
    }

    @Test
    void theSampleAsPdfSaysTheSameButForAFormula() throws IOException {
        var pdf = Path.of("../../../shared/data/reports/report-sample.pdf");
        assumeTrue(Files.exists(pdf));
        var report = ReportFile.read(Format.INDICO_REPORT, Files.readAllBytes(pdf));
        var expected = JSON.readTree(read(SHARED.resolve("data/reports/report-sample.expected.json")));
        ((ObjectNode) expected.get("contributions").get(2)).put("title", "The period T = 2π√l/g revisited");

        assertThat(asExpected(report)).isEqualTo(expected);
        assertThat(report.contributions())
                .extracting(ReportedContribution::line)
                .containsExactly(2, 3, 4);
    }

    @Test
    void theSeedHasNineContributionsWithoutType() throws IOException {
        var report = IndicoReport.parse(read(SEED));

        assertThat(report.title()).isEqualTo("At the interface of physics, mathematics and artificial intelligence");
        assertThat(report.contributions())
                .extracting(ReportedContribution::number)
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(report.contributions())
                .allMatch(it -> it.classification().type() == null && it.durationMinutes() == null);
        assertThat(report.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2,13,15,16",
        "3,24,26,26",
        "4,34,36,36",
        "5,44,46,46",
        "6,54,56,58",
        "7,66,68,68",
        "8,76,78,78",
        "9,86,88,90",
        "10,98,100,100"
    })
    void theSeedsTitlesAndAbstractsAreExact(int number, int title, int first, int last) throws IOException {
        var lines = read(SEED).split("\n", -1);
        var contribution = IndicoReport.parse(read(SEED)).contributions().get(number - 2);

        assertThat(contribution.title()).isEqualTo(lines[title - 1]);
        assertThat(contribution.abstractText())
                .isEqualTo(String.join("\n", List.of(lines).subList(first - 1, last)));
    }

    @Test
    void theSeedsPresentersHaveTheirPartsApart() throws IOException {
        var report = IndicoReport.parse(read(SEED));

        assertThat(report.contributions())
                .flatExtracting(it -> it.people().presenters())
                .hasSize(9);
        assertThat(report.contributions())
                .flatExtracting(it -> it.people().presenters())
                .contains(
                        new ReportedPerson(null, "BEN AROUS", "Gérard", "New York U."),
                        new ReportedPerson(null, "FIRAT", "Atakan Hilmi", "MIT; IAIFI"),
                        new ReportedPerson("Prof.", "SEOANE", "Beatriz", "Paris-Saclay University"),
                        new ReportedPerson(null, "RACANIÈRE", "Sébastien", "DeepMind"));
    }

    /** The expectation names the abstract "abstract", is flat, and has neither lines nor what was not understood. */
    private static JsonNode asExpected(ContributionReport report) {
        ObjectNode tree = JSON.valueToTree(report);
        tree.remove(List.of("notUnderstood", "timeZone", "source"));
        for (var contribution : tree.withArray("contributions")) {
            var fields = (ObjectNode) contribution;
            fields.set("abstract", fields.remove("abstractText"));
            var classification = (ObjectNode) fields.remove("classification");
            fields.setAll(classification.retain("code", "type", "track", "session"));
            fields.setAll((ObjectNode) fields.remove("people"));
            fields.remove(List.of(
                    "line",
                    "column",
                    "externalId",
                    "otherIds",
                    "state",
                    "links",
                    "customFields",
                    "placement",
                    "placed"));
            List.of("presenters", "authors", "coAuthors")
                    .forEach(role -> fields.withArray(role)
                            .forEach(person -> ((ObjectNode) person).remove(List.of("externalId", "email", "raw"))));
        }
        return tree;
    }

    private static String read(Path file) throws IOException {
        assumeTrue(Files.exists(file));
        return Files.readString(file);
    }
}
