package dev.lectern.notification.parked;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.chassis.testing.TopicWriter;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator can do about events that make no sense. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class ParkedRecordResourceTest {

    private static final String PARKED = "/notification/parked-records";
    private static final String ADDRESSES = "lectern.catalog.address.v1";

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void nothingIsParked() {
        admin().delete(PARKED).then().statusCode(200);
    }

    @Test
    void anAddressThatMakesNoSenseIsNamedAndNeverShown() {
        var id = parked();

        var list = admin().get(PARKED).then().statusCode(200).extract();

        assertThat(list.<List<String>>path("items.topic")).containsExactly(ADDRESSES);
        assertThat(list.<List<String>>path("items.key")).containsExactly(key);
        assertThat(list.asString()).doesNotContain("ann@");
        admin().post(PARKED + "/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("state", equalTo("PARKED"))
                .body("reason", equalTo("NotUnderstood"));
        admin().post(PARKED + "/retries")
                .then()
                .statusCode(200)
                .body("applied", equalTo(0))
                .body("parked", equalTo(1));
    }

    @Test
    void whatIsDiscardedIsAnsweredAndGone() {
        var id = parked();

        admin().delete(PARKED + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("key", equalTo(key));

        admin().get(PARKED).then().statusCode(200).body("items", empty());
        admin().delete(PARKED + "/" + id).then().statusCode(404);
        admin().post(PARKED + "/" + id + "/retry").then().statusCode(404);
    }

    @Test
    void allCanBeDiscarded() {
        parked();

        admin().delete(PARKED).then().statusCode(200).body("discarded", equalTo(1));
    }

    @Test
    void aTryOfAllCanBeFollowed() {
        parked();

        var status = admin().header("Prefer", "respond-async")
                .post(PARKED + "/retries")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        await().untilAsserted(() -> admin().get(status)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("result.parked", equalTo(1)));
    }

    @Test
    void anOrganiserMayNot() {
        var id = parked();
        var organiser = TestTokens.organiser("ada");

        as(organiser).get(PARKED).then().statusCode(403);
        as(organiser).post(PARKED + "/" + id + "/retry").then().statusCode(403);
        as(organiser).post(PARKED + "/retries").then().statusCode(403);
        as(organiser).delete(PARKED + "/" + id).then().statusCode(403);
        as(organiser).delete(PARKED).then().statusCode(403);
    }

    /** The id of a record that was parked. */
    private int parked() {
        var address = "{\"address\":\"ann@conf.example\"}";
        TopicWriter.write(ADDRESSES, key, "dev.lectern.address.v1", address.getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() ->
                assertThat(admin().get(PARKED).<List<Integer>>path("items.id")).hasSize(1));
        return admin().get(PARKED).path("items[0].id");
    }

    private static RequestSpecification admin() {
        return as(TestTokens.admin());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
