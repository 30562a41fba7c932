package dev.lectern.notification.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lectern.chassis.events.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service sends is exactly what the files of the contract say. */
class AvailabilityEventContractTest {

    private static final Path EVENTS = Path.of("events");

    @ParameterizedTest
    @ValueSource(strings = {"some-times", "any-time", "deleted"})
    void theRecordIsWrittenAsTheExampleAndKeepsTheSchema(String example) throws IOException {
        // Given
        var json = Files.readString(EVENTS.resolve("availability.v1." + example + ".example.json"));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(EVENTS.resolve("availability.v1.schema.json")), InputFormat.JSON);
        // When
        var written = EventJson.MAPPER.writeValueAsString(EventJson.MAPPER.readValue(json, AvailabilityEvent.class));
        // Then
        assertThat(EventJson.MAPPER.readTree(written)).isEqualTo(EventJson.MAPPER.readTree(json));
        assertThat(schema.validate(written, InputFormat.JSON)).isEmpty();
    }
}
