package dev.lectern.schedule.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the notification service's contract goes through the handler that real records go through. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class SettingsContractTest {

    private static final Path EVENTS = Path.of("../notification-service/events");

    @Inject
    SettingsEvents handler;

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsUnderstood(Path example) throws IOException {
        // Given
        var event = EventJson.MAPPER.readValue(Files.readString(example), SettingsEvent.class);
        var anew = new SettingsEvent(UUID.randomUUID(), event.revision(), event.hasContact());
        // When
        handle(anew);
        // Then
        assertThat(isKnown(anew.conferenceId())).isEqualTo(example.toString().contains("with-contact"));
    }

    @Test
    void anOlderStateComesTooLate() {
        // Given
        var conference = UUID.randomUUID();
        handle(new SettingsEvent(conference, 3, true));
        // When
        handle(new SettingsEvent(conference, 2, false));
        // Then
        assertThat(isKnown(conference)).isTrue();
    }

    @Test
    void nothingIsKeptOfADeletedConference() {
        // Given
        var conference = TestConference.ready();
        handle(new SettingsEvent(conference.id, 3, true));
        conference.tell(Map.of("deleted", true, "title", "", "organisers", List.of()));
        Awaitility.await().until(() -> !isKnown(conference.id));
        // When
        handle(new SettingsEvent(conference.id, 4, true));
        // Then
        assertThat(isKnown(conference.id)).isFalse();
    }

    private void handle(SettingsEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            handler.lock(List.of(event));
            handler.accept(List.of(event));
        });
    }

    private static boolean isKnown(UUID conference) {
        return QuarkusTransaction.requiringNew().call(() -> Contact.isKnown(conference));
    }

    static List<Path> examples() throws IOException {
        try (var files = Files.list(EVENTS)) {
            return files.filter(file -> file.getFileName().toString().matches("settings\\.v1\\..*\\.example\\.json"))
                    .sorted()
                    .toList();
        }
    }
}
