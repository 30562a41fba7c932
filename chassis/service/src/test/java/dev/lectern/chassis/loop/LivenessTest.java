package dev.lectern.chassis.loop;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever looks after the process is told when only another one helps. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class LivenessTest {

    @TestHTTPResource(value = "/health/live", management = true)
    URL health;

    @Test
    void aDeadThreadEndsTheLifeOfTheProcess() throws InterruptedException {
        // Given
        live().statusCode(200).body("status", equalTo("UP"));
        var loop = new Loop("fragile", new Fragile());
        // When
        loop.start();
        // Then
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> live().statusCode(503).body("checks.data.dead", hasItem("fragile")));
        loop.stop(Duration.ofSeconds(1));
        live().statusCode(200);
    }

    private ValidatableResponse live() {
        return given().get(health).then();
    }

    private static final class Fragile implements Loop.Work {

        @Override
        public Loop.Rest step() {
            throw new IllegalStateException("as the test wants it");
        }

        @Override
        public Loop.Rest failed(Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
