package dev.lectern.catalog.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class StateTest {

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void aProposalIsAcceptedAndConfirmed() {
        organiser
                .post("/contributions", "{\"title\":\"Bells\",\"state\":\"PROPOSED\"}")
                .statusCode(201)
                .body("state", equalTo("PROPOSED"));

        move("ACCEPTED").statusCode(200).body("state", equalTo("ACCEPTED"));
        move("CONFIRMED").statusCode(200).body("state", equalTo("CONFIRMED")).body("revision", equalTo(3));
        move("CONFIRMED").statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void aStepThatIsNotPossibleIsRefusedWithThoseThatAre() {
        propose();
        move("REJECTED").statusCode(200);

        move("CONFIRMED")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:not-possible-now"))
                .body("detail", containsString("[PROPOSED, ACCEPTED]"));
        organiser.put("/contributions/1/withdrawal", "").statusCode(409);

        organiser.get("/contributions/1").body("state", equalTo("REJECTED"));
    }

    @Test
    void whatIsRejectedCanBeReinstated() {
        propose();
        move("REJECTED").statusCode(200);

        move("ACCEPTED").statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void onlyPROPOSEDCountsAtCreationAndNoStateInAPatch() {
        organiser
                .post("/contributions", "{\"title\":\"Bells\",\"state\":\"WITHDRAWN\"}")
                .statusCode(201)
                .body("state", equalTo("ACCEPTED"));

        organiser
                .patch("/contributions/1", "{\"state\":\"REJECTED\"}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("revision", equalTo(1));
    }

    @Test
    void whatCanNoLongerBePlacedIsAnnouncedAndCounted() {
        UUID id = organiser.contribution("Bells", organiser.presenter("DUPONT", "Eloise"));

        move("CONFIRMED").statusCode(200);
        move("ACCEPTED").statusCode(200);
        move("REJECTED").statusCode(200);

        var states = TopicReader.of(ContributionEvent.TOPIC).awaitRecords(id, 4);
        var confirmed = ContributionResourceTest.json(states.get(1).value());
        var rejected = ContributionResourceTest.json(states.get(3).value());
        assertThat(confirmed.get("announced").isNull()).isTrue();
        assertThat(confirmed.get("withdrawals").asInt()).isZero();
        assertThat(rejected.at("/announced/revision").asInt()).isEqualTo(4);
        assertThat(rejected.get("withdrawals").asInt()).isEqualTo(1);
        assertThat(rejected.get("state").asText()).isEqualTo("REJECTED");
    }

    @Test
    void anUnknownStateIsRefused() {
        propose();

        move("LOST").statusCode(400).body("errors.pointer", contains("/state"));
        organiser.put("/contributions/1/state", "{}").statusCode(400).body("errors.pointer", contains("/state"));
    }

    private void propose() {
        organiser
                .post("/contributions", "{\"title\":\"Bells\",\"state\":\"PROPOSED\"}")
                .statusCode(201);
    }

    private ValidatableResponse move(String state) {
        return organiser.put("/contributions/1/state", "{\"state\":\"" + state + "\"}");
    }
}
