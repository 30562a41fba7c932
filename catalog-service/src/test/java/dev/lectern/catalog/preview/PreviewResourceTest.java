package dev.lectern.catalog.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalToCompressingWhiteSpace;
import static org.hamcrest.Matchers.not;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class PreviewResourceTest {

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void aContributionIsShownAsTheAgendaWill() {
        // Given
        var presenter = organiser.presenter("DUPONT", "Éloïse");
        organiser.contribution("Bells <b>", presenter);
        organiser.patch("/contributions/1", "{\"abstract\":\"We weigh $m_1$ and *ropes* <script>\"}");
        // Then
        organiser
                .get("/contributions/1/preview")
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(allOf(
                        containsString("Bells &lt;b&gt;</h1>"),
                        containsString("Éloïse DUPONT"),
                        containsString("<math><msub><mi>m</mi><mn>1</mn></msub></math>"),
                        containsString("<em>ropes</em>"),
                        not(containsString("<script"))));
        organiser.get("/contributions/2/preview").statusCode(404);
    }

    @Test
    void aTextIsShownBeforeItIsStored() {
        preview("text/markdown", "So $x$\n")
                .statusCode(200)
                .body(equalToCompressingWhiteSpace("<p>So <math><mi>x</mi></math></p>"));
        preview("text/plain", "*é*").statusCode(200).body(equalToCompressingWhiteSpace("<p><em>é</em></p>"));
        preview("text/plain", "").statusCode(200).body(equalToCompressingWhiteSpace(""));
        preview("application/json", "{}").statusCode(415);
        preview("text/plain", "x".repeat(200_001)).statusCode(413);
    }

    @Test
    void aTextSentTwiceIsShownTwice() {
        // Given
        var key = UUID.randomUUID().toString();
        // Then
        for (var attempt = 0; attempt < 2; attempt++) {
            organiser
                    .request()
                    .header("Idempotency-Key", key)
                    .contentType("text/plain")
                    .body("x")
                    .post("/catalog/conferences/" + organiser.slug() + "/preview")
                    .then()
                    .statusCode(200)
                    .body(equalToCompressingWhiteSpace("<p>x</p>"));
        }
    }

    private ValidatableResponse preview(String type, String text) {
        return organiser
                .request()
                .contentType(type)
                .body(text.getBytes(UTF_8))
                .post("/catalog/conferences/" + organiser.slug() + "/preview")
                .then();
    }
}
