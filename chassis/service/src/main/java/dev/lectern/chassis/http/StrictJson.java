package dev.lectern.chassis.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.lectern.chassis.text.Controls;
import dev.lectern.chassis.text.Lines;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * Reads requests to the letter: no unknown or doubled members, nothing behind the document, no number where a text
 * belongs or the other way round, and only text that the database can keep, tidied of what is not seen.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    /** After the framework's own, whose modules would take the last word on durations. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the builder's way is not open to a customizer
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .registerModule(new SimpleModule()
                        .addDeserializer(String.class, new TextDeserializer(false))
                        .addDeserializer(Duration.class, new DurationDeserializer()));
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    }

    /** ISO 8601 only: a bare number would be taken for seconds, whatever it was meant to be. */
    private static final class DurationDeserializer extends StdScalarDeserializer<Duration> {

        DurationDeserializer() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Duration) context.handleUnexpectedToken(Duration.class, parser);
            }
            try {
                return Duration.parse(parser.getText());
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(parser.getText(), Duration.class, "not a duration of ISO 8601");
            }
        }
    }

    /** Tidies each text as it comes in: to one line, unless its member says {@link Lines}. */
    private static final class TextDeserializer extends StdScalarDeserializer<String>
            implements ContextualDeserializer {

        private static final long serialVersionUID = 1;

        private final boolean hasLines;

        TextDeserializer(boolean hasLines) {
            super(String.class);
            this.hasLines = hasLines;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return property != null && property.getAnnotation(Lines.class) != null ? new TextDeserializer(true) : this;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getText();
            if (!Text.isStorable(text)) {
                throw JsonMappingException.from(
                        parser, Text.NOT_STORABLE, new IllegalArgumentException(Text.NOT_STORABLE));
            }
            return hasLines ? Controls.lines(text) : Controls.oneLine(text);
        }
    }
}
