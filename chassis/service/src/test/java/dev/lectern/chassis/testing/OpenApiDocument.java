package dev.lectern.chassis.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The tests of a service's OpenAPI document. */
public abstract class OpenApiDocument {

    @TestHTTPResource(value = "/openapi", management = true)
    String address;

    @Test
    void theDocumentIsValidAndSaysWhatEverythingIs() throws IOException {
        assertThat(OpenApiRules.faults(document())).isEmpty();
    }

    @Test
    void nothingIsDescribedThatIsNotThere() throws IOException {
        try (var words = getClass().getResourceAsStream("/META-INF/openapi-words/service.yaml")) {
            assertThat(OpenApiRules.leftOver(document(), words)).isEmpty();
        }
    }

    private String document() {
        return given().queryParam("format", "json")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
