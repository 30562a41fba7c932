package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The agendas as they are sent. A revision is rendered once for each format and kept until the next one replaces it; the revision itself is
 * asked of the database each time, so an edit is visible to the next reader on every replica.
 */
@ApplicationScoped
class PublishedAgendas {

    private record Key(String slug, Format format) {}

    private final AgendaReader reader;
    private final ObjectMapper json;
    private final String publicUrl;
    private final Map<Key, Rendition> latest = new ConcurrentHashMap<>();

    PublishedAgendas(
            AgendaReader reader, ObjectMapper json, @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.reader = reader;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** @throws Refused 404 when there is no such agenda, or none that is public */
    Rendition get(String slug, Format format) {
        long revision = reader.revision(slug).orElseThrow(Refused::notFound);
        var key = new Key(slug, format);
        var kept = latest.get(key);
        if (kept != null && kept.isOf(revision)) {
            return kept;
        }
        var fresh = render(reader.read(slug).orElseThrow(Refused::notFound), format);
        latest.put(key, fresh);
        return fresh;
    }

    private Rendition render(Agenda agenda, Format format) {
        var bytes =
                switch (format) {
                    case JSON -> json(agenda);
                    case HTML -> AgendaPage.of(agenda).render().getBytes(StandardCharsets.UTF_8);
                    case ICS -> AgendaCalendar.render(agenda, publicUrl).getBytes(StandardCharsets.UTF_8);
                };
        return new Rendition(agenda.revision(), format, bytes);
    }

    private byte[] json(Agenda agenda) {
        try {
            return json.writeValueAsBytes(agenda);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agenda cannot be written as JSON", e);
        }
    }
}
