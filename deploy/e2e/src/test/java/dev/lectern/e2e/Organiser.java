package dev.lectern.e2e;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** An organiser with a conference of their own, who hands out addresses that nobody else has. */
final class Organiser {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whom all conferences belong to. */
    static final String ADDRESS = "ada@conf.example";

    private final String token;
    private final String slug = "conf-" + UUID.randomUUID();

    private Organiser(String token) {
        this.token = token;
    }

    /** The conference is in Europe/Paris on 2 and 3 March 2027, and tells at once. */
    static Organiser withConference(Lectern lectern) {
        var organiser = new Organiser(lectern.token(ADDRESS, "organiser"));
        organiser
                .request()
                .body(Map.of("slug", organiser.slug, "timeZone", "Europe/Paris", "days", new String[] {
                    "2027-03-02", "2027-03-03"
                }))
                .post("/catalog/conferences")
                .then()
                .statusCode(201);
        // Right after a start, the first news may take longer than the two seconds for which a request waits for them.
        Awaitility.await()
                .untilAsserted(() -> organiser
                        .patch("/notification", "/settings", Map.of("quietPeriod", "PT0S"))
                        .statusCode(200));
        return organiser;
    }

    String slug() {
        return slug;
    }

    String token() {
        return token;
    }

    RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    ValidatableResponse get(String service, String path) {
        return request().get(url(service, path)).then();
    }

    ValidatableResponse put(String service, String path, Object body) {
        return request().body(json(body)).put(url(service, path)).then();
    }

    ValidatableResponse patch(String service, String path, Object body) {
        return request().body(json(body)).patch(url(service, path)).then();
    }

    ValidatableResponse post(String service, String path, Object body) {
        return request().body(json(body)).post(url(service, path)).then();
    }

    ValidatableResponse delete(String service, String path) {
        return request().delete(url(service, path)).then();
    }

    String url(String service, String path) {
        return service + "/conferences/" + slug + path;
    }

    /** An address of this conference alone. */
    String address(String name) {
        return name + "@" + slug + ".example";
    }

    /** Creates a presenter whose address is {@code <family name>@<slug>.example}. */
    String presenter(String familyName) {
        return post(
                        "/catalog",
                        "/presenters",
                        Map.of(
                                "familyName",
                                familyName,
                                "email",
                                address(familyName.toLowerCase(java.util.Locale.ROOT))))
                .statusCode(201)
                .extract()
                .path("id");
    }

    int contribution(String title, String... presenters) {
        var references =
                java.util.Arrays.stream(presenters).map(id -> Map.of("id", id)).toList();
        return post(
                        "/catalog",
                        "/contributions",
                        Map.of("title", title, "abstract", "About *" + title + "*.", "presenters", references))
                .statusCode(201)
                .extract()
                .path("number");
    }

    void room(String slug, String name) {
        post("/schedule", "/rooms", Map.of("slug", slug, "name", name)).statusCode(201);
    }

    ValidatableResponse place(int number, String room, String startsAt) {
        return put("/schedule", "/slots/" + number, Map.of("room", room, "startsAt", startsAt));
    }

    void publish() {
        put("/schedule", "/publication", Map.of()).statusCode(200);
    }

    /** As soon as it is of the schedule's version. */
    ValidatableResponse agenda() {
        return given().queryParam("minVersion", version())
                .get("/agenda/" + slug)
                .then();
    }

    /** Of the working schedule. */
    int version() {
        return request()
                .get(url("/schedule", ""))
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
