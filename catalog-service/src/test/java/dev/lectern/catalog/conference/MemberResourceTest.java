package dev.lectern.catalog.conference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class MemberResourceTest {

    @Test
    void whoIsAddedIsLetInAndWhoIsRemovedIsNot() {
        var ada = CatalogClient.withConference();
        var grace = ada.someoneElse();
        grace.get("").statusCode(404);

        ada.put("/organisers/" + grace.email().toUpperCase(java.util.Locale.ROOT))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("organisers", contains(ada.email(), grace.email()))
                .body("revision", equalTo(2));
        grace.patch("", "{\"title\":\"Ours\"}").statusCode(200);
        ada.delete("/organisers/" + grace.email())
                .statusCode(200)
                .body("organisers", contains(ada.email()))
                .body("revision", equalTo(4));
        grace.get("").statusCode(404);
        grace.delete("/organisers/" + ada.email()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisers", "viewers"})
    void addingTwiceIsAddingOnceAndNothingOfItIsAnnounced(String list) {
        var ada = CatalogClient.withConference();
        var conference = ada.conferenceId();
        var path = "/" + list + "/grace@conf.example";

        ada.put(path).statusCode(200).body("revision", equalTo(2));
        ada.put(path).statusCode(200).body("revision", equalTo(2));
        ada.delete(path).statusCode(200).body("revision", equalTo(3));
        ada.delete(path).statusCode(404);

        var events = TopicReader.of(ConferenceEvent.TOPIC).awaitRecords(conference, 3);
        assertThat(events).hasSize(3);
        var added = new JsonPath(new String(events.get(1).value(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(added.getList(list, String.class)).contains("grace@conf.example");
        assertThat(added.<Object>get("announced")).isNull();
        var removed = new JsonPath(new String(events.get(2).value(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(removed.getList(list, String.class)).doesNotContain("grace@conf.example");
    }

    @Test
    void theLastOrganiserStays() {
        var ada = CatalogClient.withConference();
        ada.put("/viewers/grace@conf.example").statusCode(200);

        ada.delete("/organisers/" + ada.email())
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:last-organiser"));
        ada.patch("", "{\"organisers\":[]}").statusCode(400).body("errors.pointer", hasItem("/organisers"));
        ada.get("").body("organisers", contains(ada.email())).body("revision", equalTo(2));
        ada.put("/organisers/grace@conf.example").statusCode(200);
        ada.delete("/organisers/" + ada.email()).statusCode(200);
        ada.get("").statusCode(404);
    }

    @Test
    void aViewerSeesAllAndChangesNothing() {
        var ada = CatalogClient.withConference();
        var presenter = ada.presenter("DUPONT", "Éloïse");
        ada.contribution("Bells", presenter);
        var grace = ada.someoneElse();
        grace.request().get("/catalog/conferences").then().body("items", empty());

        ada.put("/viewers/" + grace.email()).statusCode(200).body("viewers", contains(grace.email()));

        grace.get("").statusCode(200).body("slug", equalTo(ada.slug()));
        grace.get("/contributions/1").statusCode(200);
        grace.get("/presenters").body("items.familyName", contains("DUPONT"));
        grace.request().head("/catalog/conferences/" + ada.slug()).then().statusCode(200);
        grace.request().get("/catalog/conferences").then().body("items.slug", contains(ada.slug()));
        grace.patch("", "{\"title\":\"Mine\"}").statusCode(403).body("type", equalTo("urn:lectern:problem:forbidden"));
        grace.post("/presenters", "{\"familyName\":\"BELL\"}").statusCode(403);
        grace.put("/organisers/" + grace.email()).statusCode(403);
        grace.delete("/viewers/" + grace.email()).statusCode(403);
        ada.someoneElse().patch("", "{\"title\":\"Mine\"}").statusCode(404);
        given().auth()
                .oauth2(TestTokens.stranger(grace.email()))
                .get("/catalog/conferences/" + ada.slug())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.organiserWithUnverifiedEmail(grace.email()))
                .get("/catalog/conferences/" + ada.slug())
                .then()
                .statusCode(404);
    }

    @Test
    void whoIsBothIsAnOrganiserAndAViewerAfterwards() {
        var ada = CatalogClient.withConference();
        var grace = ada.someoneElse();
        ada.put("/viewers/" + grace.email()).statusCode(200);

        ada.put("/organisers/" + grace.email()).body("viewers", contains(grace.email()));

        grace.patch("", "{\"title\":\"Ours\"}").statusCode(200);
        ada.delete("/organisers/" + grace.email()).statusCode(200);
        grace.patch("", "{\"title\":\"Mine\"}").statusCode(403);
    }

    @Test
    void aSubjectIsAMemberToTheLetter() {
        var ada = CatalogClient.withConference();
        var subject = "Auth0|Gr/ace " + UUID.randomUUID();
        var url = "/catalog/conferences/" + ada.slug() + "/viewers/{subject}";

        ada.request().put(url, subject).then().statusCode(200).body("viewers", contains(subject));
        ada.request()
                .delete(url, subject.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(404);
        ada.request().delete(url, subject).then().statusCode(200).body("viewers", empty());
    }

    @Test
    void aPreconditionIsHonoured() {
        var ada = CatalogClient.withConference();
        ada.patch("", "{\"title\":\"Ours\"}").statusCode(200);

        for (var path : new String[] {"/organisers/grace@conf.example", "/viewers/grace@conf.example"}) {
            ada.request()
                    .header("If-Match", "\"1\"")
                    .put("/catalog/conferences/" + ada.slug() + path)
                    .then()
                    .statusCode(412)
                    .body("current.revision", equalTo(2));
        }
        ada.request()
                .header("If-Match", "\"2\"")
                .put("/catalog/conferences/" + ada.slug() + "/viewers/grace@conf.example")
                .then()
                .statusCode(200);
    }

    @Test
    void noListIsEndless() {
        var ada = CatalogClient.withConference();
        var full = IntStream.range(0, 200)
                .mapToObj(number -> "\"viewer-" + number + "\"")
                .collect(Collectors.joining(",", "{\"viewers\":[", "]}"));
        ada.patch("", full).statusCode(200);

        ada.put("/viewers/one-more").statusCode(400).body("errors.parameter", contains("email"));
        ada.put("/viewers/viewer-7").statusCode(200).body("revision", equalTo(2));
        ada.put("/viewers/" + "x".repeat(255)).statusCode(400).body("errors.parameter", contains("email"));
        ada.put("/viewers/%20").statusCode(400).body("errors.parameter", contains("email"));
        ada.patch("", full.replace("]", ",\"one-more\"]")).statusCode(400).body("errors.pointer", hasItem("/viewers"));
    }

    @Test
    void viewersAreWrittenWithTheConferenceToo() {
        var slug = "seen-" + UUID.randomUUID();
        var body =
                "{\"slug\":\"%s\",\"timeZone\":\"Europe/Paris\",\"days\":[\"2027-03-02\"],\"viewers\":[\" Grace@conf.example\"]}";
        var ada = CatalogClient.withConference();
        var url = "/catalog/conferences/" + slug;
        ada.request()
                .body(body.formatted(slug))
                .post("/catalog/conferences")
                .then()
                .statusCode(201)
                .body("viewers", contains("grace@conf.example"));

        var replaced = ada.request()
                .header("If-Match", "\"1\"")
                .body("{\"timeZone\":\"Europe/London\",\"days\":[\"2027-03-02\"]}")
                .put(url)
                .then()
                .statusCode(200)
                .body("viewers", contains("grace@conf.example"))
                .extract()
                .asString();
        ada.request().header("If-Match", "\"2\"").body(replaced).put(url).then().body("revision", equalTo(2));
        ada.request()
                .body("{\"viewers\":null}")
                .patch(url)
                .then()
                .statusCode(200)
                .body("viewers", empty());
        ada.request().get(url).then().body("viewers", empty());
    }
}
