package dev.lectern.notification.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.WithoutDelivery;
import dev.lectern.notification.replica.ConferenceDeleted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What others hear of settings. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class SettingsNewsTest {

    @Inject
    Event<ConferenceDeleted> deletions;

    @Test
    void othersHearWhetherThereIsAContactAndNeverWho() {
        // Given
        var programme = Programme.conference();
        // When
        patch(programme, "{\"contact\":\"office@conf.example\"}");
        patch(programme, "{\"contact\":null}");
        patch(programme, "{\"contact\":null}");
        QuarkusTransaction.requiringNew().run(() -> deletions.fire(new ConferenceDeleted(programme.id)));
        // Then
        assertThat(TopicReader.of(SettingsEvent.TOPIC).awaitRecords(programme.id, 3))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactly(
                        told(programme, 2, false, true),
                        told(programme, 3, false, false),
                        told(programme, 4, true, false));
    }

    private static void patch(Programme programme, String change) {
        programme
                .asOrganiser()
                .contentType("application/json")
                .body(change)
                .patch("/notification/conferences/" + programme.slug + "/settings")
                .then()
                .statusCode(200);
    }

    private static String told(Programme programme, int revision, boolean deleted, boolean hasContact) {
        return "{\"conferenceId\":\"" + programme.id + "\",\"revision\":" + revision + ",\"deleted\":" + deleted
                + ",\"hasContact\":" + hasContact + "}";
    }
}
