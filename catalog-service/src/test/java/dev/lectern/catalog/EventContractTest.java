package dev.lectern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lectern.catalog.conference.ConferenceEvent;
import dev.lectern.catalog.presenter.AddressEvent;
import dev.lectern.catalog.presenter.PresenterEvent;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.events.Restoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contracts in {@code events/} are what is really sent: each record writes exactly its examples, and they fit the
 * schema.
 */
class EventContractTest {

    private static final Path CONTRACTS = Path.of("events");
    private static final ObjectMapper JSON = EventJson.MAPPER;

    @ParameterizedTest
    @MethodSource("examples")
    void aRecordWritesExactlyItsExample(Path example) throws IOException, ClassNotFoundException {
        var written =
                JSON.readTree(JSON.writeValueAsBytes(JSON.readValue(Files.readString(example), recordOf(example))));

        assertThat(written).isEqualTo(JSON.readTree(Files.readString(example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleFitsItsSchema(Path example) throws IOException {
        assertThat(schemaOf(example).validate(Files.readString(example), InputFormat.JSON))
                .isEmpty();
    }

    static List<Path> examples() throws IOException {
        try (var files = Files.list(CONTRACTS)) {
            return files.filter(file -> file.toString().endsWith(".example.json"))
                    .sorted()
                    .toList();
        }
    }

    private static Schema schemaOf(Path example) throws IOException {
        var schema = Files.readString(CONTRACTS.resolve(aggregate(example) + ".v1.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static Class<?> recordOf(Path example) throws ClassNotFoundException {
        return switch (aggregate(example)) {
            case "conference" -> ConferenceEvent.class;
            case "presenter" -> PresenterEvent.class;
            case "address" -> AddressEvent.class;
            case "restoration" -> Restoration.class;
            // Package-private, as everything that only one package needs.
            default -> Class.forName("dev.lectern.catalog.contribution.ContributionEvent");
        };
    }

    private static String aggregate(Path example) {
        var name = example.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }
}
