package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All documents that there are of an agenda. */
@ApplicationScoped
class Documents {

    private record Rendered(String contentType, Function<Agenda, byte[]> renderer) implements Document {

        @Override
        public byte[] render(Agenda agenda) {
            return renderer.apply(agenda);
        }
    }

    private final Map<Format, Document> ofAgenda;

    Documents(ObjectMapper json, @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        ofAgenda = Map.of(
                Format.JSON, new Rendered(Format.JSON.contentType(), agenda -> json(json, agenda)),
                Format.HTML, text(Format.HTML, agenda -> AgendaPage.of(agenda).render()),
                Format.ICS, text(Format.ICS, agenda -> AgendaCalendar.render(agenda, publicUrl)));
    }

    private static Document text(Format format, Function<Agenda, String> renderer) {
        return new Rendered(
                format.contentType(), agenda -> renderer.apply(agenda).getBytes(StandardCharsets.UTF_8));
    }

    /** The whole agenda. */
    Document of(Format format) {
        return ofAgenda.get(format);
    }

    private static byte[] json(ObjectMapper json, Agenda agenda) {
        try {
            return json.writeValueAsBytes(agenda);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agenda cannot be written as JSON", e);
        }
    }
}
