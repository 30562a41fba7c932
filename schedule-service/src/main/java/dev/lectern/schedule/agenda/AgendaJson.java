package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Writes documents as JSON, their talks in {@link Pieces}. */
final class AgendaJson {

    private final ObjectMapper plain;
    private final ObjectMapper inPieces;

    AgendaJson(ObjectMapper plain) {
        this.plain = plain;
        this.inPieces = plain.copy()
                .registerModule(new SimpleModule("pieces")
                        .addSerializer(new Piece<>(Agenda.Talk.class, Format.JSON, talk -> talk))
                        .addSerializer(new Piece<>(FrabDay.Event.class, Format.SCHEDULE_JSON, ScheduleJson.Event::of)));
    }

    byte[] write(Object document) {
        return write(inPieces, document);
    }

    private static byte[] write(ObjectMapper json, Object value) {
        try {
            // By way of a text, since half a character is no bytes, and not worth a whole agenda.
            return json.writeValueAsString(value).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agenda cannot be written as JSON", e);
        }
    }

    private final class Piece<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Format format;
        private final transient Function<T, Object> view;

        /** @param view gives what is written of it */
        Piece(Class<T> type, Format format, Function<T, Object> view) {
            super(type);
            this.format = format;
            this.view = view;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            var bytes = Pieces.of(format, value, each -> write(plain, view.apply(each)));
            out.writeRawValue(new String(bytes, UTF_8));
        }
    }
}
