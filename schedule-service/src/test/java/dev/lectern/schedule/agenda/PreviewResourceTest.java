package dev.lectern.schedule.agenda;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class PreviewResourceTest {

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
    }

    @Test
    void whoHasTheAddressSeesTheAgendaThatIsNotPublic() {
        // Given
        var preview = preview("{\"days\":2}");
        // Then
        given().get("/agenda/" + conference.slug).then().statusCode(404);
        for (var page :
                new String[] {"", "/talks/3", "/days/2027-03-02", "/rooms/red", "/presenters", "/rooms/red/sign"}) {
            given().accept("text/html")
                    .get(preview + page)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .header("X-Robots-Tag", equalTo("noindex"));
        }
        given().get(preview + ".json").then().statusCode(200).body("talks.number", contains(3));
        given().get(preview + ".ics").then().statusCode(200).body(containsString("BEGIN:VEVENT"));
        given().get(preview + "?q=bells").then().statusCode(200).body("talks.number", contains(3));
        given().get(preview + "/stream").then().statusCode(404);
        assertThat(given().accept("text/html").get(preview).asString())
                .contains("Preview: only those", "href=\"" + preview + "/talks/3\"");
    }

    @Test
    void whatIsEditedIsSeenByTheNextReader() {
        var preview = preview("");
        conference.place(4, "blue", "2027-03-02T11:00");
        given().get(preview).then().body("talks.number", contains(3, 4));
        conference.publish();
        conference.unschedule(3);
        given().get(preview).then().body("talks.number", contains(4));
    }

    @Test
    void itLastsAsLongAsIsSaidAndAWeekOtherwise() {
        assertThat(lasts("")).isCloseTo(Duration.ofDays(7).toSeconds(), within(60L));
        assertThat(lasts("{}")).isCloseTo(Duration.ofDays(7).toSeconds(), within(60L));
        assertThat(lasts("{\"days\":90}")).isCloseTo(Duration.ofDays(90).toSeconds(), within(60L));
    }

    private long lasts(String body) {
        var expiresAt = conference
                .organiser()
                .body(body)
                .post(conference.path("/previews"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("expiresAt");
        return Instant.now().until(Instant.parse(expiresAt), ChronoUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"days\":0}", "{\"days\":91}", "{\"days\":\"long\"}"})
    void itLastsNoLongerThanAConferenceIsPrepared(String body) {
        conference
                .organiser()
                .body(body)
                .post(conference.path("/previews"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/days"));
    }

    @Test
    void whatIsRevokedShowsNothingAndANewOneDoes() {
        // Given
        var preview = preview("");
        var another = preview("{\"days\":30}");
        // When
        conference
                .organiser()
                .delete(conference.path("/previews"))
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true));
        // Then
        given().get(preview).then().statusCode(404);
        given().get(another).then().statusCode(404);
        given().get(preview("")).then().statusCode(200);
        conference.organiser().delete(conference.path("/previews")).then().body("revoked", equalTo(true));
        conference.organiser().delete(conference.path("/previews")).then().body("revoked", equalTo(false));
    }

    @Test
    void theAddressOfAnotherConferenceIsNotValid() {
        var preview = preview("");
        var other = TestConference.ready();
        other.organiser().post(other.path("/previews")).then().statusCode(201);
        given().get("/agenda/" + other.slug + preview.substring(preview.indexOf('~')))
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:lectern:problem:not-found"));
        given().get("/agenda/" + conference.slug + "~").then().statusCode(404);
        given().get("/agenda/~").then().statusCode(404);
    }

    /** The address of a preview, without what is before its path. */
    private String preview(String body) {
        return URI.create(conference
                        .organiser()
                        .body(body)
                        .post(conference.path("/previews"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("url"))
                .getPath();
    }
}
