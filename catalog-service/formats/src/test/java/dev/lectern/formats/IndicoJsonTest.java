package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicoJsonTest {

    private static final String BELLS = """
            {"_type": "Contribution", "id": "27", "friendly_id": 7, "title": "Why bells are late", "duration": 45,
             "type": "Talk", "keywords": ["ropes", "late"], "language": "en", "track": null,
             "references": [{"type": "DOI", "value": "10.1/a", "url": "https://doi.example/10.1/a", "urn": ""}, {"type": "X"}],
             "folders": [{"attachments": [{"type": "link", "link_url": "https://bells.example/", "title": "Bells"},
                                          {"type": "file", "download_url": "https://bells.example/a.pdf", "title": "Slides"}]}],
             "custom_fields": [{"id": 1, "name": "Needs", "value": "A *ladder*"}, {"id": 2, "name": "Mood", "value": ""}],
             "url": "https://indico.example/event/1/contributions/27/", "session": "Towers", "description": "Ropes are to *blame*.\\n", "code": "B-1",
             "speakers": [{"title": "Prof.", "first_name": "Éloïse", "last_name": "DUPONT", "affiliation": "Liège",
                           "email": "eloise@liege.example"}, {"first_name": "", "last_name": ""}],
             "primaryauthors": [], "coauthors": [{"first_name": "John", "last_name": "SMITH", "affiliation": ""}]}""";
    private static final String EVENT = """
            {"count": 1, "results": [{"title": "Clocks and Bells", "contributions": [%s],
              "sessions": [{"title": "Towers", "contributions": [%s]}]}]}""";

    @Test
    void aContributionIsReadAsTheReportHasIt() {
        var report = read(EVENT.formatted(BELLS, ""));

        assertThat(report.title()).isEqualTo("Clocks and Bells");
        assertThat(report.contributions())
                .containsExactly(new ReportedContribution(
                        7,
                        null,
                        1,
                        74,
                        "Why bells are late",
                        "Ropes are to *blame*.\n",
                        new Classification("B-1", "Talk", null, "Towers", "en", List.of("ropes", "late")),
                        45,
                        null,
                        new People(
                                List.of(new ReportedPerson("Prof.", "DUPONT", "Éloïse", "Liège")
                                        .reachedAt("eloise@liege.example")),
                                List.of(),
                                List.of(new ReportedPerson(null, "SMITH", "John", null))),
                        List.of(
                                new Link("https://doi.example/10.1/a", "DOI 10.1/a"),
                                new Link("https://bells.example/", "Bells")),
                        List.of(new CustomField("Needs", "A *ladder*")),
                        Placement.NONE,
                        List.of()));
        assertThat(report.notUnderstood()).extracting(NotUnderstood::reason).containsExactly("a person without a name");
    }

    @Test
    void oneThatIsListedInItsSessionTooIsOne() {
        assertThat(read(EVENT.formatted(BELLS, BELLS)).contributions()).hasSize(1);
        assertThat(read(EVENT.formatted("", BELLS)).contributions()).hasSize(1);
    }

    @Test
    void theFirstOneOfAnOldEventGetsANumberHere() {
        var first = read(EVENT.formatted(BELLS.replace("\"friendly_id\": 7", "\"friendly_id\": 0"), ""));

        assertThat(first.contributions().get(0).number()).isNull();
        assertThat(first.contributions().get(0).externalId()).isEqualTo("friendly_id:0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\": []}",
                "{\"results\": [{\"contributions\": [{\"friendly_id\": -1, \"title\": \"A\"}]}]}",
                "{\"results\": [{\"contributions\": [{\"friendly_id\": 1, \"title\": \" \"}]}]}",
                "{\"results\": [{\"contributions\": ["
            })
    void whatIsNoSuchExportIsRefused(String text) {
        assertThatThrownBy(() -> IndicoJson.read(text)).isInstanceOf(InvalidReport.class);
    }

    private static ContributionReport read(String text) {
        return Format.named("auto", text.getBytes(UTF_8)).parse(text.getBytes(UTF_8), true);
    }
}
