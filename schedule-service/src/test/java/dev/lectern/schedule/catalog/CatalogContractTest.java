package dev.lectern.schedule.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.Contributions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example of the catalog's contract goes through the handler that real records go through. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class CatalogContractTest {

    private static final Path EVENTS = Path.of("../catalog-service/events");
    private static final String IDS = "0b8f3f8e-5c0a-4c5e-9d0e";
    private static final UUID CONFERENCE = UUID.fromString(IDS + "-000000000001");

    @Inject
    ConferenceEvents conferences;

    @Inject
    ContributionEvents contributions;

    @Inject
    PresenterEvents presenters;

    @ParameterizedTest
    @ValueSource(strings = {"conference", "contribution", "presenter"})
    void everyExampleIsUnderstoodInAnyOrder(String aggregate) throws IOException {
        // Given
        var examples = examples(aggregate);
        // When
        examples.forEach(example -> handle(aggregate, example));
        // Then
        assertThat(examples).isNotEmpty();
    }

    /** The examples are told of a conference of this test's own: the other test deletes theirs. */
    @Test
    void whatTheExamplesSayIsKept() throws IOException {
        // Given
        var conference = UUID.randomUUID();
        var created = Files.readString(EVENTS.resolve("conference.v1.created.example.json"));
        // When
        handle("conference", retold(created, conference).replace("clocks-2027", "c" + conference));
        for (var example : examples("contribution")) {
            handle("contribution", retold(example, conference));
        }
        // Then
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Conferences.get(conference).slug()).isEqualTo("c" + conference);
            assertThat(Contributions.allOf(conference)).isNotEmpty();
        });
    }

    /** All ids in the examples begin alike. */
    private static String retold(String example, UUID conference) {
        return example.replace(CONFERENCE.toString(), conference.toString())
                .replace(IDS, conference.toString().substring(0, IDS.length()));
    }

    private void handle(String aggregate, String json) {
        switch (aggregate) {
            case "conference" -> handle(conferences, json);
            case "presenter" -> handle(presenters, json);
            default -> handle(contributions, json);
        }
    }

    private static <E> void handle(EventHandler<E> handler, String json) {
        QuarkusTransaction.requiringNew().run(() -> {
            var event = read(json, handler.topic().event());
            handler.lock(List.of(event));
            handler.accept(List.of(event));
        });
    }

    private static <E> E read(String json, Class<E> type) {
        try {
            return EventJson.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> examples(String aggregate) throws IOException {
        try (var files = Files.list(EVENTS)) {
            return files.filter(
                            file -> file.getFileName().toString().matches(aggregate + "\\.v1\\..*\\.example\\.json"))
                    .map(CatalogContractTest::contents)
                    .toList();
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
