package dev.lectern.chassis.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
@TestProfile(VerifiedTokensTest.Settings.class)
class VerifiedTokensTest {

    private static final RotatingProvider PROVIDER = new RotatingProvider();

    public static final class Settings implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lectern.token.issuer", PROVIDER.issuer(), "lectern.token.jwks", "");
        }
    }

    /** Tells one verification from another. */
    @Path("/verification")
    public static class Verification {

        private final SecurityIdentity identity;

        Verification(SecurityIdentity identity) {
            this.identity = identity;
        }

        @GET
        @RolesAllowed("organiser")
        public String number() {
            return Integer.toHexString(System.identityHashCode(identity.getPrincipal()));
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @Test
    void aTokenThatComesAgainIsNotVerifiedAgain() {
        var token = PROVIDER.sign(PROVIDER.first);
        var other = PROVIDER.sign(PROVIDER.first);

        assertThat(verificationOf(token))
                .isEqualTo(verificationOf(token))
                .isNotEqualTo(verificationOf(other))
                .isEqualTo(verificationOf(token));
    }

    @Test
    void aTokenWithTheSignatureOfNobodyIsRefused() {
        var token = PROVIDER.sign(PROVIDER.first);
        verificationOf(token);
        var forged = token.substring(0, token.length() - 10) + "AAAAAAAAAA";

        ask(forged).statusCode(401);
        ask(token).statusCode(200);
    }

    /** Clocks may be apart by half a minute, so it is taken; but each time only after a look at it. */
    @Test
    void aTokenThatHasJustExpiredIsNotRemembered() {
        var token = Jwt.issuer(PROVIDER.issuer())
                .audience("lectern")
                .subject("ada")
                .groups("organiser")
                .issuedAt(Instant.now().minusSeconds(60))
                .expiresAt(Instant.now().minusSeconds(5))
                .jws()
                .keyId(PROVIDER.first.getKeyId())
                .sign(PROVIDER.first.getPrivateKey());

        assertThat(verificationOf(token)).isNotEqualTo(verificationOf(token));
    }

    private static String verificationOf(String token) {
        return ask(token).statusCode(200).extract().asString();
    }

    private static ValidatableResponse ask(String token) {
        return given().auth().oauth2(token).get("/verification").then();
    }
}
