package dev.lectern.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.OpenApiRules;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class OpenApiTest {

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
