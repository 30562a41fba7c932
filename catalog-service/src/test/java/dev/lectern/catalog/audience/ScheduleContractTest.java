package dev.lectern.catalog.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the schedule tells, by the examples of its contract. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class ScheduleContractTest {

    private static final Path EVENTS = Path.of("../schedule-service/events");
    private static final UUID CONFERENCE = UUID.fromString("0b8f3f8e-5c0a-4c5e-9d0e-000000000001");

    @Inject
    SlotEvents slots;

    @Inject
    SessionEvents sessions;

    @Test
    void ofEachTheNewestStateIsKeptInWhateverOrderTheyCome() throws IOException {
        // When
        for (var file : examples()) {
            if (file.getFileName().toString().startsWith("slot")) {
                handle(slots, file);
            } else {
                handle(sessions, file);
            }
        }
        // Then
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Placement.count("conferenceId", CONFERENCE)).isEqualTo(2);
            assertThat(Placement.ofConference(CONFERENCE))
                    .as("the newest examples are those of a schedule that is unpublished for good")
                    .isEmpty();
        });
    }

    @Test
    void whatARestoredScheduleDoesNotKnowIsNowhere() throws IOException {
        // Given
        var conference = UUID.randomUUID();
        for (var example : List.of("slot.v1.scheduled", "session.v1.scheduled")) {
            var json = Files.readString(EVENTS.resolve(example + ".example.json"))
                    .replace("0b8f3f8e-5c0a-4c5e-9d0e", conference.toString().substring(0, 23));
            if (example.startsWith("slot")) {
                handle(slots, json);
            } else {
                handle(sessions, json);
            }
        }
        var id = UUID.fromString(conference.toString().substring(0, 23) + "-000000000001");
        // When
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Placement.ofConference(id)).hasSize(2);
            slots.accept(slots.gone(1000, 100));
        });
        // Then
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(Placement.ofConference(id))
                        .singleElement()
                        .matches(Placement::isSession, "a session"));
        QuarkusTransaction.requiringNew().run(() -> {
            sessions.accept(sessions.gone(1000, 100));
            assertThat(sessions.gone(1000, 100)).isEmpty();
        });
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(Placement.ofConference(id)).isEmpty());
    }

    private static List<Path> examples() throws IOException {
        try (var files = Files.list(EVENTS)) {
            return files.filter(file -> file.getFileName().toString().matches("(slot|session)\\..*\\.example\\.json"))
                    .toList();
        }
    }

    private static <E> void handle(EventHandler<E> handler, Path file) throws IOException {
        handle(handler, Files.readString(file));
    }

    private static <E> void handle(EventHandler<E> handler, String json) throws IOException {
        var event = EventJson.MAPPER.readValue(json, handler.topic().event());
        QuarkusTransaction.requiringNew().run(() -> handler.accept(List.of(event)));
    }
}
