package dev.lectern.schedule.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lectern.chassis.events.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract is a set of files; what this service sends is exactly that. */
class AgendaEventContractTest {

    private static final Path EVENTS = Path.of("events");

    @ParameterizedTest
    @MethodSource("examples")
    void theRecordIsWrittenAsTheExample(Path example) throws IOException {
        // Given
        var json = Files.readString(example);
        // When
        var written = EventJson.MAPPER.writeValueAsString(EventJson.MAPPER.readValue(json, AgendaEvent.class));
        // Then
        assertThat(new ObjectMapper().readTree(written)).isEqualTo(new ObjectMapper().readTree(json));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleKeepsTheSchema(Path example) throws IOException {
        // Given
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(EVENTS.resolve("agenda.v1.schema.json")), InputFormat.JSON);
        // When
        var errors = schema.validate(Files.readString(example), InputFormat.JSON);
        // Then
        assertThat(errors).isEmpty();
    }

    static Stream<Path> examples() throws IOException {
        try (var files = Files.list(EVENTS)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("agenda\\.v1\\..*\\.example\\.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
