package dev.lectern.catalog.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class PresenterResourceTest {

    @Test
    void anAddressIsAddedAndTravelsOnlyOnItsOwnTopic() {
        var organiser = CatalogClient.withConference();
        var presenter = organiser.presenter("DUPONT", "Éloïse");
        var contribution = organiser.contribution("Bells", presenter);

        organiser
                .patch("/presenters/" + presenter, "{\"email\":\"eloise@liege.example\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Éloïse DUPONT"))
                .body("email", equalTo("eloise@liege.example"))
                .body("contributions", contains(1));

        assertThat(text(AddressEvent.TOPIC, presenter, 2)).contains("\"email\":\"eloise@liege.example\"");
        assertThat(text(PresenterEvent.TOPIC, presenter, 2)).doesNotContain("@");
        assertThat(text("lectern.catalog.contribution.v1", contribution, 1)).doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"email":"nobody"}                        | /email
            {"email":"a@b.example\\r\\nBcc: c@d.example"} | /email
            {"email":"é@b.example"}                   | /email
            {"familyName":null}                       | /familyName
            {"familyName":" "}                        | /familyName
            {"locale":"not a tag"}                    | /locale
            {"changeoverMinutes":-1}                  | /changeoverMinutes
            {"mail":"a@b.example"}                    | /mail""")
    void aFaultyPresenterIsRefused(String patch, String pointer) {
        var organiser = CatalogClient.withConference();

        organiser
                .patch("/presenters/" + organiser.presenter("DUPONT", "Éloïse"), patch)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void theTimeThatTheyNeedBetweenTalksIsToldWithThem() {
        var organiser = CatalogClient.withConference();
        var id = organiser.presenter("DUPONT", "Éloïse");

        organiser
                .patch("/presenters/" + id, "{\"changeoverMinutes\":15}")
                .statusCode(200)
                .body("changeoverMinutes", equalTo(15))
                .body("revision", equalTo(2));

        var states = TopicReader.of(PresenterEvent.TOPIC).awaitRecords(id, 2);
        assertThat(new String(states.get(0).value(), StandardCharsets.UTF_8)).doesNotContain("changeoverMinutes");
        assertThat(new String(states.get(1).value(), StandardCharsets.UTF_8)).contains("\"changeoverMinutes\":15");
    }

    @Test
    void anAnswerCanBeSentBack() {
        var organiser = CatalogClient.withConference();
        var presenter = organiser.presenter("DUPONT", "Éloïse");
        var answer = organiser.get("/presenters/" + presenter).extract().asString();

        organiser
                .request()
                .header("If-Match", "\"1\"")
                .body(answer)
                .put("/catalog/conferences/" + organiser.slug() + "/presenters/" + presenter)
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
        organiser.put("/presenters/" + presenter, answer).statusCode(428);
    }

    @Test
    void thoseWhoCannotBeToldYetAreListedByName() {
        var organiser = CatalogClient.withConference();
        var reachable = organiser.presenter("ADAMS", "Ann");
        organiser.presenter("DUPONT", "Éloïse");
        organiser.presenter("BELL", "Bo");
        organiser
                .patch("/presenters/" + reachable, "{\"email\":\"ann@conf.example\"}")
                .statusCode(200);

        organiser.get("/presenters?email=missing").body("items.familyName", contains("BELL", "DUPONT"));
        organiser.get("/presenters?q=élo").body("items.familyName", contains("DUPONT"));
        var token = organiser
                .get("/presenters?pageSize=2")
                .body("items.familyName", contains("ADAMS", "BELL"))
                .extract()
                .<String>path("nextPageToken");
        organiser
                .get("/presenters?pageSize=2&pageToken=" + token)
                .body("items.familyName", contains("DUPONT"))
                .body("nextPageToken", nullValue());
        organiser.get("/presenters?email=any").statusCode(400).body("errors.parameter", contains("email"));
        organiser.get("/presenters/" + UUID.randomUUID()).statusCode(404);
        organiser.get("/presenters/ada").statusCode(404);
    }

    private static String text(String topic, UUID key, int records) {
        var found = TopicReader.of(topic).awaitRecords(key, records);
        return new String(found.get(records - 1).value(), StandardCharsets.UTF_8);
    }
}
