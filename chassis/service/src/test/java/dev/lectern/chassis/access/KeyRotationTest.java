package dev.lectern.chassis.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A provider changes its keys while the service runs. */
@QuarkusTest
@WithTestResource(BackingServices.class)
@TestProfile(KeyRotationTest.Settings.class)
class KeyRotationTest {

    private static final RotatingProvider PROVIDER = new RotatingProvider();

    public static final class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lectern.token.issuer", PROVIDER.issuer(), "lectern.token.jwks", "");
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    /** Keys are fetched for a token that names one which is not known, once a minute at most. */
    @Test
    void aNewKeyIsTakenWithoutARestartAndAWithdrawnOneIsForgottenThen() {
        // Given
        var ofFirst = PROVIDER.sign(PROVIDER.first);
        assertThat(statusFor(ofFirst)).isEqualTo(200);
        assertThat(statusFor(ofFirst)).isEqualTo(200);
        // When
        var second = RotatingProvider.newKey();
        PROVIDER.publish(second);
        // Then
        assertThat(statusFor(PROVIDER.sign(second))).isEqualTo(200);
        assertThat(statusFor(PROVIDER.sign(PROVIDER.first))).isEqualTo(401);
        assertThat(statusFor(ofFirst)).isEqualTo(401);
        // When
        var fetches = PROVIDER.fetches();
        var third = RotatingProvider.newKey();
        PROVIDER.publish(third);
        // Then
        assertThat(statusFor(PROVIDER.sign(third))).isEqualTo(401);
        assertThat(PROVIDER.fetches()).isEqualTo(fetches);
        assertThat(statusFor(PROVIDER.sign(second))).isEqualTo(200);
    }

    private static int statusFor(String token) {
        return given().auth()
                .oauth2(token)
                .get("/pebbles/of/" + UUID.randomUUID())
                .statusCode();
    }
}
