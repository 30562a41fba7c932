package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.web.Question;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a site keeps, and for how long. */
class SiteTest {

    private static final Document ALL = Document.of(Format.TEXT, Part.ALL);
    private static final Document BELLS = Document.of(Format.ICS, new Part(Part.Kind.TALKS, "3"));
    private static final Document ROPES = Document.of(Format.ICS, new Part(Part.Kind.TALKS, "4"));

    private final Documents documents =
            new Documents(null, new PageAssets(), new ObjectMapper(), "https://conf.example");
    private final Site site = new Site(documents, ExportTest.clocks("10:00", "11:00"));

    @Test
    void whoInventsRequestsKeepsNobodyFromTheirAnswer() {
        // Given
        for (var i = 0; i < 12_000; i++) {
            read(site, ALL, "invented " + i);
        }
        // When
        var answer = read(site, BELLS, "real");
        // Then
        assertThat(site.answer(question("real"))).containsSame(answer);
    }

    @Test
    void aLaterEditionHasWhatIsReadAndWhatLooksAsBefore() {
        // Given
        read(site, ALL, "all");
        var bells = read(site, BELLS, "bells");
        var ropes = read(site, ROPES, "ropes");
        // When
        var later = site.next(ExportTest.clocks("10:00", "12:00"));
        // Then
        assertThat(later.answer(question("all")))
                .hasValueSatisfying(all -> assertThat(text(all)).contains("12:00–12:30"));
        assertThat(later.answer(question("bells"))).containsSame(bells);
        assertThat(later.answer(question("ropes"))).isEmpty();
        assertThat(text(read(later, ROPES, "ropes"))).isNotEqualTo(text(ropes)).contains("T110000Z");
    }

    @Test
    void whatNobodyReadsIsNotRenderedForever() {
        // Given
        read(site, ALL, "all");
        // When
        var unread = site.next(site.agenda()).next(site.agenda());
        // Then
        assertThat(unread.answer(question("all"))).isEmpty();
    }

    private static Rendition read(Site site, Document document, String request) {
        return site.rendition(document, Encoding.IDENTITY, Optional.of(question(request)))
                .await()
                .indefinitely();
    }

    private static Question question(String path) {
        return new Question(path, List.of(), List.of(), List.of());
    }

    private static String text(Rendition rendition) {
        return rendition.body().toString();
    }
}
