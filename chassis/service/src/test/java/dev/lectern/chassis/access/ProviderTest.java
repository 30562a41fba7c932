package dev.lectern.chassis.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A provider is known by its issuer alone; audience and groups are said as it says them. */
@QuarkusTest
@WithTestResource(BackingServices.class)
@TestProfile(ProviderTest.Settings.class)
class ProviderTest {

    private static final MockOAuth2Server PROVIDER =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"httpServer\":\"NettyWrapper\"}"));

    static {
        PROVIDER.start();
    }

    public static final class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lectern.token.issuer",
                    PROVIDER.issuerUrl("conference").toString(),
                    "lectern.token.jwks",
                    "",
                    "lectern.token.audience",
                    "schedule-of-clocks",
                    "lectern.token.groups-claim",
                    "realm_access/roles");
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @Test
    void aTokenOfTheProviderIsAccepted() {
        whoAmI(token("conference", "schedule-of-clocks", "organiser"))
                .statusCode(200)
                .body("organiser", equalTo(true))
                .body("admin", equalTo(false));
    }

    @Test
    void aTokenForAnotherAudienceIsNot() {
        whoAmI(token("conference", "lectern", "organiser")).statusCode(401);
    }

    @Test
    void aTokenOfAnotherIssuerIsNot() {
        whoAmI(token("other", "schedule-of-clocks", "organiser")).statusCode(401);
    }

    private static String token(String issuer, String audience, String group) {
        return PROVIDER.issueToken(
                        issuer,
                        "a-client",
                        new DefaultOAuth2TokenCallback(
                                issuer,
                                "ada",
                                "JWT",
                                List.of(audience),
                                Map.of("email", "ada@conf.example", "realm_access", Map.of("roles", List.of(group))),
                                600))
                .serialize();
    }

    private static ValidatableResponse whoAmI(String token) {
        return given().auth()
                .oauth2(token)
                .get("/pebbles/of/" + UUID.randomUUID())
                .then();
    }
}
