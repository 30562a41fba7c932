package dev.lectern.chassis.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lectern.chassis.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Events to start from in tests, so that none has members that its producer never sends, or lacks some. */
public final class Examples {

    private static final TypeReference<Map<String, Object>> EVENT = new TypeReference<>() {};

    private Examples() {}

    /**
     * An example of the producer's contract, whose members can be changed.
     *
     * @param producer the folder of the service, like {@code catalog-service}
     * @param name of the example, like {@code contribution.v1.created}
     */
    public static Map<String, Object> of(String producer, String name) {
        try {
            var file = Path.of("..", producer, "events", name + ".example.json");
            return EventJson.MAPPER.readValue(Files.readString(file), EVENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
