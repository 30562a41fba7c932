package dev.lectern.schedule.working;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class WorkingScheduleTest {

    @Test
    void theWorkingScheduleShowsWhatIsPlacedAndWhatWaits() {
        // Given
        var conference = TestConference.ready();
        var presenter = Map.of("id", UUID.randomUUID(), "name", "Éloïse DUPONT", "affiliation", "Univ. de Liège");
        conference.accept(2, "Ropes", Map.of("presenters", List.of(presenter)));
        conference.place(4, "blue", "2027-03-02T10:00").statusCode(200);
        Awaitility.await().untilAsserted(() -> conference.working().body("unscheduled.number", contains(2, 3)));
        // When
        var answer = conference.working();
        // Then
        answer.header("ETag", "\"3\"")
                .body("conference.slug", equalTo(conference.slug))
                .body("conference.timeZone", equalTo("Europe/Paris"))
                .body("conference.days", contains("2027-03-02", "2027-03-03"))
                .body("version", equalTo(3))
                .body("published", equalTo(false))
                .body("publishedAt", nullValue())
                .body("rooms.slug", contains("red", "blue"))
                .body("slots.contribution.number", contains(4))
                .body("slots[0].room.name", equalTo("Blue room"))
                .body("slots[0].containsKey('version')", equalTo(false))
                .body("breaks", empty())
                .body("warnings.findAll { it.code != 'no-presenter' }", empty())
                .body("unscheduled[0].presenters.name", contains("Éloïse DUPONT"))
                .body("unscheduled[1].durationMinutes", equalTo(45));
    }
}
