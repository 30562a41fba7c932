package dev.lectern.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionizeJsonTest {

    private static final Path SEEDS = Path.of("src/test/resources/seeds/sessionize-json");

    private static ContributionReport read(String seed) throws IOException {
        var file = Files.readAllBytes(SEEDS.resolve(seed));
        assertThat(Format.named(null, file)).isEqualTo(Format.SESSIONIZE_JSON);
        return ReportFile.read(Format.SESSIONIZE_JSON, file);
    }

    @Test
    void idsAreFollowed() throws IOException {
        var report = read("full.json");

        var bells = report.contributions().get(0);
        assertThat(report.contributions()).hasSize(1);
        assertThat(bells.externalId()).isEqualTo("101");
        assertThat(bells.classification())
                .isEqualTo(new Classification(null, "Talk", "Towers", null, null, List.of("Late")));
        assertThat(bells.durationMinutes()).isEqualTo(45);
        assertThat(bells.state()).isEqualTo("ACCEPTED");
        assertThat(bells.placement()).isEqualTo(new Placement("Blue room", "2027-03-02T10:00"));
        assertThat(bells.customFields()).containsExactly(new CustomField("Needs", "A ladder"));
        assertThat(bells.links()).containsExactly(new Link("https://bells.example/live", null));
        assertThat(bells.people().presenters())
                .extracting(ReportedPerson::externalId, ReportedPerson::familyName, ReportedPerson::givenNames)
                .containsExactly(tuple("s-1", "DUPONT", "Éloïse"), tuple("s-2", "MADONNA", null));
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::text, NotUnderstood::line)
                .containsExactly(tuple("Coffee", 5));
    }

    @Test
    void aGridHasTheNamesThemselves() throws IOException {
        var bells = read("grid.json").contributions().get(0);

        assertThat(bells.classification().track()).isEqualTo("Towers");
        assertThat(bells.placement()).isEqualTo(new Placement("Blue room", "2027-03-02T10:00"));
        assertThat(bells.people().presenters()).containsExactly(new ReportedPerson("s-1", "Éloïse DUPONT", null));
    }
}
