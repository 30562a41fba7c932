package dev.lectern.chassis.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ClaimsTest {

    static Stream<Arguments> claimsOfAnotherType() {
        return Stream.of("name", "email", "sub", "groups", "email_verified")
                .flatMap(claim -> Stream.of(5, true, List.of(1), Map.of("a", "b"), List.of(Map.of("a", "b")))
                        .filter(value -> !(claim.equals("email_verified") && value.equals(true)))
                        .map(value -> Arguments.of(claim, value)));
    }

    @ParameterizedTest
    @MethodSource("claimsOfAnotherType")
    void aTokenWithAClaimOfAnotherTypeIsNotValid(String claim, Object value) {
        whoAmI(claim, value).statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "name"})
    void aListOfOneIsNoText(String claim) {
        whoAmI(claim, List.of("ada@conf.example")).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@conf.example", "Ada <ada@conf.example>", "ada\uFF20conf.example", " ", "\u202E"})
    void aNameThatIsNoneIsNotShown(String name) {
        whoAmI("name", name).statusCode(200).body("name", equalTo("An organiser"));
    }

    @Test
    void aNameIsShownOnOneLineAndIsNoLongerThanNamesAre() {
        whoAmI("name", "a".repeat(200)).body("name", equalTo("a".repeat(200)));
        whoAmI("name", "a".repeat(201)).body("name", equalTo("An organiser"));
        whoAmI("name", " Ada\r\nL. ").body("name", equalTo("Ada L."));
    }

    @Test
    void groupsInOneTextAreOneGroup() {
        whoAmI("groups", "organiser").body("organiser", equalTo(true)).body("admin", equalTo(false));
        whoAmI("groups", "admin organiser").body("organiser", equalTo(false)).body("admin", equalTo(false));
        whoAmI("groups", "admin,organiser").body("organiser", equalTo(false)).body("admin", equalTo(false));
        whoAmI("groups", List.of("admin", "organiser"))
                .body("organiser", equalTo(true))
                .body("admin", equalTo(true));
        whoAmI("groups", List.of()).body("organiser", equalTo(false));
    }

    private static ValidatableResponse whoAmI(String claim, Object value) {
        return given().auth()
                .oauth2(TestTokens.claiming("ada@conf.example", claim, value))
                .get("/pebbles/of/" + UUID.randomUUID())
                .then();
    }
}
