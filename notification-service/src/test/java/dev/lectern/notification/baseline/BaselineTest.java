package dev.lectern.notification.baseline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.notification.briefing.Topics;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The service starts for the first time beside topics that have a past. */
@QuarkusTest
@TestProfile(BaselineTest.FirstStart.class)
class BaselineTest {

    /** A start beside backing services of its own. */
    public static class FirstStart extends WithoutDelivery {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ServicesWithAPast.class));
        }
    }

    @Test
    void thePastCountsAsToldAndTheNextChangeIsTold() {
        // Given
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder("BASELINE", "NO_ADDRESS"));
        assertThat(notices()).isEmpty();
        settle();
        // When
        send("lectern.schedule.slot.v1", ServicesWithAPast.slot(2, "Blue room"));
        // Then
        await().until(() -> notices().equals(List.of("CHANGED")));
        // When
        send(
                "lectern.catalog.address.v1",
                ServicesWithAPast.address(ServicesWithAPast.UNREACHABLE, 2, "bob@uni.example"));
        // Then
        await().until(() -> notices().equals(List.of("SCHEDULED", "CHANGED")));
    }

    private static void settle() {
        given().auth()
                .oauth2(TestTokens.admin())
                .contentType("application/json")
                .body("{\"quietPeriod\":\"PT0S\"}")
                .patch("/notification/conferences/" + ServicesWithAPast.SLUG + "/settings")
                .then()
                .statusCode(200);
    }

    private static void send(String topic, Object event) {
        var brokers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        Topics.send(brokers, topic, ServicesWithAPast.TALK, event);
    }

    private static List<String> states() {
        return get("/briefings").getList("items.state");
    }

    private static List<String> notices() {
        return get("/notices").getList("items.kind");
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(TestTokens.admin())
                .get("/notification/conferences/" + ServicesWithAPast.SLUG + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
