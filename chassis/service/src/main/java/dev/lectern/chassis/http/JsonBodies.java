package dev.lectern.chassis.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.problem.Reading;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the JSON of a request, and refuses it with all that is wrong with it instead of the first of that. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Object> {

    private final ObjectMapper json;
    private final Reading reading;

    JsonBodies(ObjectMapper json, Reading reading) {
        this.json = json;
        this.reading = reading;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != byte[].class && type != String.class;
    }

    /** Nothing for no body: endpoints that need one say so. */
    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = body.readAllBytes();
        return bytes.length == 0 ? null : reading.read(bytes, json.constructType(genericType));
    }
}
