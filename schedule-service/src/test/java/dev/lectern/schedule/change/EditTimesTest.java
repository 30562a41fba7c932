package dev.lectern.schedule.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of how long organisers wait. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class EditTimesTest {

    @Inject
    MeterRegistry metrics;

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void anEditIsTimedByHowItEnds() {
        // Given
        var done = count("DONE");
        var refused = count("REFUSED");
        // When
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
        conference.place(4, "red", "2027-03-02T10:00").statusCode(409);
        // Then
        assertThat(count("DONE")).isEqualTo(done + 1);
        assertThat(count("REFUSED")).isEqualTo(refused + 1);
    }

    @Test
    void whatChangesNothingIsNoEdit() {
        // Given
        var done = count("DONE");
        // When
        conference.organiser().get(conference.path("")).then().statusCode(200);
        conference
                .organiser()
                .body(Map.of("room", "red", "startsAt", "2027-03-02T10:00"))
                .put(conference.path("/slots/3?dryRun=true"))
                .then()
                .statusCode(200);
        // Then
        assertThat(count("DONE")).isEqualTo(done);
    }

    private long count(String outcome) {
        var timer = metrics.find("lectern.edits").tag("outcome", outcome).timer();
        return timer == null ? 0 : timer.count();
    }
}
