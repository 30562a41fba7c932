package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Renders documents. */
@ApplicationScoped
class Documents {

    private final ObjectMapper json;
    private final String publicUrl;

    Documents(ObjectMapper json, @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.json = json;
        this.publicUrl = publicUrl;
    }

    byte[] render(Format format, Part.Excerpt part) {
        return switch (format) {
            case JSON -> json(part.agenda());
            case SCHEDULE_JSON -> json(ScheduleJson.of(part.agenda(), publicUrl));
            case HTML -> bytes(AgendaPage.of(part.agenda()).render());
            case ICS -> bytes(AgendaCalendar.render(part, publicUrl));
            case TEXT -> bytes(AgendaText.render(part.agenda(), publicUrl));
            case CSV -> AgendaTable.render(part.agenda());
            case SCHEDULE_XML -> bytes(ScheduleXml.render(part.agenda(), publicUrl));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] json(Object document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agenda cannot be written as JSON", e);
        }
    }
}
