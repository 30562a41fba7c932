package dev.lectern.catalog;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import dev.lectern.chassis.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** An organiser's hands on the API. Each has a conference of their own. */
public final class CatalogClient {

    private final String email;
    private final String slug;

    private CatalogClient(String email, String slug) {
        this.email = email;
        this.slug = slug;
    }

    /** An organiser who has created a conference in Europe/Paris without a title. */
    public static CatalogClient withConference() {
        var client = new CatalogClient("ada-" + UUID.randomUUID() + "@conf.example", "conf-" + UUID.randomUUID());
        client.request()
                .body(Map.of("slug", client.slug, "timeZone", "Europe/Paris", "days", new String[] {
                    "2027-03-02", "2027-03-03"
                }))
                .post("/catalog/conferences")
                .then()
                .statusCode(201);
        return client;
    }

    /** Another person with an organiser's token, at the same conference. */
    public CatalogClient someoneElse() {
        return new CatalogClient("grace-" + UUID.randomUUID() + "@conf.example", slug);
    }

    public String slug() {
        return slug;
    }

    public String email() {
        return email;
    }

    public UUID conferenceId() {
        return UUID.fromString(get("").extract().path("id"));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(TestTokens.organiser(email)).contentType("application/json");
    }

    public ValidatableResponse get(String path) {
        return request().get(url(path)).then();
    }

    public ValidatableResponse post(String path, String body) {
        return request().body(body).post(url(path)).then();
    }

    public ValidatableResponse patch(String path, String body) {
        return request().body(body).patch(url(path)).then();
    }

    public ValidatableResponse put(String path, String body) {
        return request().body(body).put(url(path)).then();
    }

    public ValidatableResponse put(String path) {
        return request().put(url(path)).then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(url(path)).then();
    }

    /** Sends the file as {@code curl --data-binary} would. */
    public ValidatableResponse importReport(String query, byte[] file) {
        return importFile("format=indico-report" + query, file);
    }

    public ValidatableResponse importFile(String query, byte[] file) {
        var form = "application/x-www-form-urlencoded";
        return request()
                .config(config().encoderConfig(encoderConfig().encodeContentTypeAs(form, ContentType.BINARY)))
                .contentType(form)
                .body(file)
                .post(url("/imports?" + query))
                .then();
    }

    /** Creates a presenter and returns the id. */
    public UUID presenter(String familyName, String givenNames) {
        return UUID.fromString(
                post("/presenters", "{\"familyName\":\"%s\",\"givenNames\":\"%s\"}".formatted(familyName, givenNames))
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** Creates a contribution and returns the id. */
    public UUID contribution(String title, UUID presenter) {
        return UUID.fromString(post(
                        "/contributions",
                        "{\"title\":\"%s\",\"presenters\":[{\"id\":\"%s\"}]}".formatted(title, presenter))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private String url(String path) {
        return "/catalog/conferences/" + slug + path;
    }
}
