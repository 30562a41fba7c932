package dev.lectern.schedule.agenda;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import biweekly.Biweekly;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class AgendaResourceTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Map<String, Object> ELOISE =
            Map.of("id", UUID.randomUUID(), "name", "Éloïse DUPONT", "affiliation", "Univ. de Liège");

    /** A PNG of one pixel. */
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
    }

    @Test
    void thePublishedAgendaIsForEveryone() {
        // Given
        var id = conference.accept(
                7,
                "Ropes",
                Map.of(
                        "abstract",
                        "Ropes are to *blame*.",
                        "type",
                        "Talk",
                        "track",
                        "Bells",
                        "presenters",
                        List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.place(3, "red", "2027-03-02T10:30");
        conference.place(4, "blue", "2027-03-02T10:00");
        conference.publish();
        // When
        var answer = conference.agenda();
        // Then
        answer.statusCode(200)
                .contentType("application/json")
                .header("X-Content-Type-Options", "nosniff")
                .body("conference.slug", equalTo(conference.slug))
                .body("version", equalTo(6))
                .body("revision", equalTo(1))
                .body("rooms.slug", contains("red", "blue"))
                .body("breaks", empty())
                .body("talks.number", contains(7, 4, 3))
                .body(
                        "talks[0].keySet()",
                        equalTo(new java.util.LinkedHashSet<>(List.of(
                                "id",
                                "number",
                                "title",
                                "abstract",
                                "type",
                                "track",
                                "language",
                                "room",
                                "startsAt",
                                "endsAt",
                                "durationMinutes",
                                "timeZone",
                                "session",
                                "presenters",
                                "authors",
                                "links",
                                "uid"))))
                .body("talks[0].id", equalTo(id.toString()))
                .body("talks[0].abstract", equalTo("Ropes are to *blame*."))
                .body("talks[0].room.name", equalTo("Red room"))
                .body("talks[0].startsAt", equalTo("2027-03-02T10:00:00+01:00"))
                .body("talks[0].durationMinutes", equalTo(30))
                .body("talks[0].presenters[0].affiliation", equalTo("Univ. de Liège"))
                .body("talks[0].uid", equalTo(id + "@lectern"))
                .body("talks[1].type", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".json", ".ics"})
    void whatIsNotPublishedDoesNotExist(String suffix) {
        given().get("/agenda/" + conference.slug + suffix).then().statusCode(404);
        given().get("/agenda/no-such-conference" + suffix)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:lectern:problem:not-found"));
    }

    @Test
    void whatWasTakenBackDoesNotExistAnyMore() {
        // Given
        conference.publish();
        conference.agenda().statusCode(200);
        // When
        conference.unpublish();
        // Then
        conference.agenda().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | */* | application/json",
                "'' | application/json | application/json",
                "'' | " + BROWSER + " | text/html;charset=UTF-8",
                "'' | text/calendar | text/calendar;charset=UTF-8",
                "'' | text/plain | text/plain;charset=UTF-8",
                "'' | text/csv | text/csv;charset=UTF-8",
                ".json | " + BROWSER + " | application/json",
                ".ics | */* | text/calendar;charset=UTF-8",
                ".txt | */* | text/plain;charset=UTF-8",
                ".csv | */* | text/csv;charset=UTF-8",
                "/schedule.xml | text/html | application/xml;charset=UTF-8",
                "/schedule.json | text/html | application/json",
                "/calendar.xml | text/html | application/calendar+xml;charset=UTF-8",
                "/feed.atom | text/html | application/atom+xml;charset=UTF-8",
                "/feed.json | text/html | application/feed+json",
                "/site.zip | text/html | application/zip",
                "/presenters | " + BROWSER + " | text/html;charset=UTF-8",
                "/rooms/red | " + BROWSER + " | text/html;charset=UTF-8",
                "/rooms/red | */* | application/json",
                "/rooms/red.ics | text/html | text/calendar;charset=UTF-8"
            })
    void aReaderGetsTheFormatTheyAskFor(String suffix, String accept, String contentType) {
        // Given
        conference.publish();
        // When
        var answer = given().accept(accept)
                .get("/agenda/" + conference.slug + suffix)
                .then();
        // Then
        answer.statusCode(200)
                .header("Content-Type", equalTo(contentType))
                .header(
                        "Vary",
                        equalTo("Accept, Accept-Encoding" + (contentType.contains("html") ? ", Accept-Language" : "")));
    }

    @Test
    void aPartIsACalendarOfItsOwn() {
        // Given
        var id = conference.accept(7, "Ropes", Map.of("track", "Bells & Whistles", "presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.place(3, "blue", "2027-03-03T10:00");
        conference.publish();
        for (var part : List.of(
                "days/2027-03-02", "rooms/red", "tracks/bells-whistles", "presenters/" + ELOISE.get("id"), "talks/7")) {
            // When
            var calendar = given().get("/agenda/" + conference.slug + "/" + part + ".ics");
            // Then
            assertThat(Biweekly.parse(calendar.asString()).first().getEvents())
                    .as(part)
                    .extracting(event -> event.getUid().getValue())
                    .containsExactly(id + "@lectern");
        }
    }

    @Test
    void chosenTalksAreAnAgendaInEachFormat() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.place(4, "blue", "2027-03-02T10:00");
        conference.publish();
        // When
        var answer = given().queryParam("talks", "4,9").get("/agenda/" + conference.slug);
        // Then
        answer.then().statusCode(200).body("talks.number", contains(4));
        assertThat(page("?talks=9,4")).contains("href=\"/agenda/" + conference.slug + ".ics?talks=4,9\"");
        assertThat(page("/rooms/red")).contains("href=\"/agenda/" + conference.slug + "/rooms/red.ics\"");
        given().queryParam("talks", "4,x")
                .get("/agenda/" + conference.slug + ".ics")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("talks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rooms/green.ics", "days/2027-03-09.ics", "talks/77.ics", "talks/3", "halls/red.ics"})
    void whatIsNoPartDoesNotExist(String part) {
        conference.publish();
        given().get("/agenda/" + conference.slug + "/" + part).then().statusCode(404);
    }

    @Test
    void anotherFormatIsNotAcceptable() {
        conference.publish();
        given().accept("image/png").get("/agenda/" + conference.slug).then().statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "text/calendar"})
    void aReaderWhoHasItAlreadyIsToldSo(String accept) {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        var tag = given().accept(accept).get("/agenda/" + conference.slug).header("ETag");
        // When
        var answer = given().accept(accept)
                .header("If-None-Match", tag)
                .get("/agenda/" + conference.slug)
                .then();
        // Then
        answer.statusCode(304).header("ETag", equalTo(tag)).body(emptyString());
    }

    @Test
    void anEditIsVisibleToAReaderWhoAsksForIt() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        var tag = conference.agenda().extract().header("ETag");
        // When
        int version = conference.place(3, "blue", "2027-03-02T10:00").extract().path("version");
        // Then
        given().header("If-None-Match", tag)
                .queryParam("minVersion", version)
                .get("/agenda/" + conference.slug)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("talks[0].room.slug", equalTo("blue"))
                .body("revision", equalTo(2));
    }

    @Test
    void languageAuthorsAndLinksAreForEveryone() {
        // Given
        conference.accept(
                7,
                "אבות",
                Map.of(
                        "language",
                        "he-IL",
                        "abstract",
                        "*ok*",
                        "authors",
                        List.of(Map.of("name", "Bea <BO>", "affiliation", "Liège")),
                        "links",
                        List.of(
                                Map.of("url", "https://bells.example/?a=\"&b", "title", "Slides & <more>"),
                                Map.of("url", "javascript:alert(1)", "title", "Never"))));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.place(3, "red", "2027-03-02T11:00");
        conference.publish();
        // When
        var talks = conference.agenda().extract().jsonPath();
        var agenda = page("");
        var talk = page("/talks/7");
        // Then
        assertThat(talks.getString("talks[0].language")).isEqualTo("he-IL");
        assertThat(talks.getString("talks[0].authors[0].affiliation")).isEqualTo("Liège");
        assertThat(talks.getList("talks[0].links.title", String.class)).containsExactly("Slides & <more>");
        assertThat(talks.getString("talks[1].language")).isNull();
        assertThat(talks.getList("talks[1].authors")).isEmpty();
        assertThat(agenda).contains(" lang=\"he-IL\" dir=\"rtl\">אבות</a>");
        assertThat(talk)
                .contains("<h1 lang=\"he-IL\" dir=\"rtl\">אבות</h1>")
                .contains("<div class=\"abstract\" lang=\"he-IL\" dir=\"rtl\"><p><em>ok</em>")
                .contains("Authors: <bdi>Bea &lt;BO&gt;</bdi> (<bdi>Liège</bdi>)</p>")
                .contains("<a href=\"https://bells.example/?a=&quot;&amp;b\" rel=\"noopener nofollow\">"
                        + "<bdi>Slides &amp; &lt;more&gt;</bdi></a>")
                .doesNotContain("href=\"javascript:");
    }

    @Test
    void thePageWelcomesInTheAccentOfTheConference() {
        // Given
        var look = Map.of("accent", "#0b5394", "welcome", "Doors open at *nine*. <script>alert(1)</script>");
        conference.tell(Map.of("look", look));
        conference.publish();
        await().untilAsserted(() -> conference.agenda().body("conference.accent", equalTo("#0b5394")));
        // When
        var page = page("");
        // Then
        assertThat(page)
                .contains("Doors open at <em>nine</em>.", "href=\"/agenda/-/accent-0b5394.css\"")
                .doesNotContain("<script>");
    }

    @Test
    void theLogoOfTheConferenceIsOnItsPages() {
        // Given
        var png = Base64.getDecoder().decode(DOT);
        var look = new HashMap<String, String>();
        look.put("accent", null);
        look.put("welcome", null);
        look.put("logo", "data:image/png;base64," + DOT);
        conference.publish();
        given().get("/agenda/" + conference.slug + "/logo.png").then().statusCode(404);
        assertThat(page("")).doesNotContain("logo.png");
        // When
        conference.tell(Map.of("look", look));
        // Then
        await().untilAsserted(() -> given().get("/agenda/" + conference.slug + "/logo.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", equalTo("nosniff")));
        assertThat(given().get("/agenda/" + conference.slug + "/logo.png").asByteArray())
                .isEqualTo(png);
        assertThat(page("")).contains("src=\"/agenda/" + conference.slug + "/logo.png\"");
        conference.agenda().body("conference.logo", nullValue());
    }

    @Test
    void whatHasChangedSinceAVersionIsForEveryone() {
        // Given
        conference.accept(7, "Ropes");
        conference.accept(8, "Withdrawn soon");
        conference.place(3, "red", "2027-03-02T10:00");
        conference.place(4, "red", "2027-03-02T11:00");
        conference.place(8, "blue", "2027-03-02T11:00");
        var before = conference.version();
        conference.publish();
        var published = conference.version();
        // When
        conference.place(3, "blue", "2027-03-02T10:00");
        conference.unschedule(4);
        conference.place(7, "red", "2027-03-02T16:00");
        conference.tell(8, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        await().untilAsserted(() -> conference.agenda().body("talks.number", contains(3, 7)));
        // Then
        changes(published)
                .then()
                .statusCode(200)
                .body("since", equalTo(published))
                .body("items.number", contains(3, 4, 8, 7))
                .body("items[0].before.room.slug", equalTo("red"))
                .body("items[0].after.room.slug", equalTo("blue"))
                .body("items[1].title", equalTo("Clocks"))
                .body("items[1].after", nullValue())
                .body("items[2].title", nullValue())
                .body("items[3].before", nullValue());
        assertThat(page("/changes?since=" + published))
                .contains("What has changed", "/talks/3\"", "<del>", "<ins>", "cancelled")
                .doesNotContain("Withdrawn soon");
        changes(before).then().statusCode(400).body("errors[0].parameter", equalTo("since"));
        changes(conference.version() + 1).then().statusCode(400);
        given().get("/agenda/" + conference.slug + "/changes").then().statusCode(400);
        assertThat(page("/changes?since=" + conference.version())).contains("Nothing has another time or room.");
    }

    private Response changes(int since) {
        return given().queryParam("since", since).get("/agenda/" + conference.slug + "/changes");
    }

    @Test
    void theSignAtADoorShowsItsRoomAlone() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.place(4, "blue", "2027-03-02T11:00");
        conference.publish();
        // When
        var sign = page("/rooms/red/sign");
        // Then
        assertThat(sign)
                .contains("data-start=\"2027-03-02T10:00+01:00\"", "Why bells are late", "<p>10:00–10:45</p>")
                .doesNotContain("11:00");
        assertThat(page("/rooms/red")).contains("href=\"/agenda/" + conference.slug + "/rooms/red/sign\"");
        given().get("/agenda/" + conference.slug + "/rooms/green/sign").then().statusCode(404);
    }

    @Test
    void theAddressOfChosenTalksCanBeTakenAlong() {
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        assertThat(page("?talks=3")).contains("Chosen talks", "<svg", "?talks=3&amp;lang=de");
        assertThat(page("?talks=3&lang=de")).contains("Ausgewählte Vorträge");
        assertThat(page("")).doesNotContain("<svg");
    }

    @Test
    void pagesShowTheAgendaAndRunNothingOfWhatIsInIt() {
        // Given
        conference.accept(
                7,
                "<script>alert('title')</script> & more",
                Map.of(
                        "abstract",
                        "Ropes are to *blame*. <script>alert('abstract')</script> [x](javascript:alert(1))",
                        "presenters",
                        List.of(Map.of("id", UUID.randomUUID(), "name", "<b>Eve</b>", "affiliation", "\"><i>"))));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.organiser().body("{\"name\":\"<u>Red</u>\"}").patch(conference.path("/rooms/red"));
        conference.publish();
        // When
        var agenda = page("");
        var talk = page("/talks/7");
        // Then
        assertThat(agenda).contains("id=\"talk-7\"", "Tuesday 2 March 2027", "10:00–10:30", "Europe/Paris");
        assertThat(talk).contains("<em>blame</em>", "10:00–10:30", "\"startDate\":\"2027-03-02T10:00:00+01:00\"");
        assertThat(List.of(agenda, talk))
                .allSatisfy(page -> assertThat(page)
                        .contains("&lt;script&gt;alert(&#39;title&#39;)&lt;/script&gt; &amp; more")
                        .contains("&lt;b&gt;Eve&lt;/b&gt;")
                        .contains("&lt;u&gt;Red&lt;/u&gt;")
                        .doesNotContain("<script>")
                        .doesNotContain("<i>")
                        .doesNotContain("href=\"javascript:"));
    }

    @Test
    void whatIsWithdrawnVanishesFromEveryFormat() throws IOException {
        // Given
        conference.accept(7, "Ropes", Map.of("track", "Knots", "presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.publish();
        assertThat(texts()).allSatisfy((path, text) -> assertThat(text).as(path).contains("Ropes", "DUPONT"));
        // When
        conference.tell(7, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        await().untilAsserted(() -> conference.agenda().body("talks", empty()));
        // Then
        assertThat(texts()).allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain("Ropes", "DUPONT"));
    }

    @Test
    void whatIsDeletedAfterItLostItsPlaceVanishesFromEveryFormat() throws IOException {
        // Given
        conference.accept(7, "Ropes", Map.of("track", "Knots", "presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.publish();
        conference.unschedule(7).statusCode(200);
        conference.agenda().body("talks", empty());
        assertThat(get(".ics").asString()).contains("Ropes");
        // When
        conference.tell(
                7,
                Map.of(
                        "deleted",
                        true,
                        "title",
                        "",
                        "presenters",
                        List.of(),
                        "announced",
                        TestConference.announcedAt(99, "Ada", "Gone")));
        // Then
        await().untilAsserted(() -> assertThat(texts())
                .allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain("Ropes", "DUPONT")));
    }

    @Test
    void whoIsErasedVanishesFromEveryFormat() throws IOException {
        // Given
        var eloise = conference.presents(4, "Éloïse DUPONT");
        conference.place(4, "red", "2027-03-02T10:00");
        conference.publish();
        conference
                .organiser()
                .body(Map.of(
                        "operations",
                        List.of(Map.of(
                                "op",
                                "session",
                                "title",
                                "Time",
                                "room",
                                "blue",
                                "startsAt",
                                "2027-03-02T10:00",
                                "durationMinutes",
                                60,
                                "chairs",
                                List.of(eloise)))))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201);
        conference.agenda().body("sessions.chairs.name", hasItem(hasItem("Éloïse DUPONT")));
        // When
        conference.tellOfPresenter(eloise, 2, "", Map.of("deleted", true));
        conference.tell(4, Map.of("presenters", List.of()));
        // Then
        await().untilAsserted(() -> assertThat(texts())
                .allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain("DUPONT")));
    }

    /** Every document of the agenda and of the parts that the talk is in, by what is behind the slug. */
    private Map<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        for (var path : List.of(
                "",
                ".ics",
                ".txt",
                ".csv",
                "/schedule.xml",
                "/schedule.json",
                "/calendar.xml",
                "/feed.atom",
                "/feed.json",
                ".ics?talks=7",
                "/days/2027-03-02.ics",
                "/rooms/red.ics",
                "/tracks/knots.ics",
                "/presenters/" + ELOISE.get("id") + ".ics",
                "/talks/7.ics",
                "/talks/7",
                "?talks=7",
                "?room=red",
                "?q=rop",
                "?q=dup&track=knots",
                "/days/2027-03-02",
                "/rooms/red",
                "/tracks/knots",
                "/presenters/" + ELOISE.get("id"))) {
            texts.put(path, get(path).asString());
        }
        for (var path : List.of(
                "",
                "/presenters",
                "/talks/7",
                "?talks=7",
                "?room=red",
                "?q=rop",
                "/days/2027-03-02",
                "/rooms/red",
                "/tracks/knots",
                "/presenters/" + ELOISE.get("id"))) {
            texts.put(
                    "page " + path,
                    given().accept(BROWSER)
                            .get("/agenda/" + conference.slug + path)
                            .asString());
        }
        try (var zip = new ZipInputStream(get("/site.zip").asInputStream())) {
            while (zip.getNextEntry() != null) {
                texts.merge("/site.zip", new String(zip.readAllBytes(), StandardCharsets.UTF_8), String::concat);
            }
        }
        return texts;
    }

    private Response get(String path) {
        return given().accept("*/*").get("/agenda/" + conference.slug + path);
    }

    @Test
    void theArchiveHasEachPageAtItsAddressAndIsTheSameAgain() throws IOException {
        // Given
        conference.accept(7, "Ropes", Map.of("track", "Bells", "presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        var archive = get("/site.zip").asByteArray();
        // Then
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        var root = "agenda/" + conference.slug;
        assertThat(names)
                .contains(root + "/index.html", root + "/talks/7/index.html", root + "/talks/7.ics")
                .contains(root + "/presenters/" + ELOISE.get("id") + "/index.html", root + "/tracks/bells/index.html")
                .contains(root + ".json", root + "/schedule.xml", "agenda/-/agenda.css");
        assertThat(given().header("Accept-Encoding", "br")
                        .get("/agenda/" + conference.slug + "/site.zip")
                        .asByteArray())
                .isEqualTo(archive);
    }

    @Test
    void theArchiveHasItsPagesInTheLanguageThatIsAskedFor() throws IOException {
        // Given
        conference.publish();
        // When
        var pages = Map.of(
                "", pageInArchive(""), "?lang=de", pageInArchive("?lang=de"), "?lang=tlh", pageInArchive("?lang=tlh"));
        // Then
        assertThat(pages.get("?lang=de")).contains("lang=\"de\"");
        assertThat(pages.get("")).contains("lang=\"en\"").isEqualTo(pages.get("?lang=tlh"));
    }

    private String pageInArchive(String query) throws IOException {
        try (var zip = new ZipInputStream(get("/site.zip" + query).asInputStream())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("agenda/" + conference.slug + "/index.html")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("The archive has no page");
    }

    /** A page below the agenda's address, as a browser has it. */
    private String page(String path) {
        return given().accept(BROWSER)
                .get("/agenda/" + conference.slug + path)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Vary", equalTo("Accept, Accept-Encoding, Accept-Language"))
                .extract()
                .asString();
    }

    @Test
    void eachPartHasAPage() {
        // Given
        conference.accept(7, "Ropes", Map.of("track", "Bells & Whistles", "presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.place(3, "blue", "2027-03-03T10:00");
        conference.publish();
        for (var part : List.of(
                "days/2027-03-02",
                "rooms/red",
                "tracks/bells-whistles",
                "presenters/" + ELOISE.get("id"),
                "presenters",
                "talks/7")) {
            assertThat(page("/" + part)).as(part).contains("Ropes").doesNotContain("Why bells are late");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?q=eloise, Ropes",
        "?q=DUP+rop, Ropes",
        "?q=bell+late, Why bells are late",
        "?track=bells-whistles, Ropes",
        "?language=fr, Ropes",
        "?room=blue, Why bells are late",
        "?q=rope&room=red, Ropes"
    })
    void talksAreFoundByWordsAndByWhatTheyAre(String query, String title) {
        // Given
        conference.accept(
                7, "Ropes", Map.of("track", "Bells & Whistles", "language", "fr", "presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.place(3, "blue", "2027-03-03T10:00");
        conference.publish();
        // Then
        var other = title.equals("Ropes") ? "Why bells are late" : "Ropes";
        assertThat(page(query)).contains(title + "</a>").doesNotContain(other + "</a>");
        given().get("/agenda/" + conference.slug + ".json" + query).then().body("talks.title", contains(title));
    }

    @Test
    void pagesSpeakTheReadersLanguage() {
        // Given
        conference.publish();
        // When
        var german = given().accept(BROWSER)
                .header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
                .get("/agenda/" + conference.slug)
                .asString();
        // Then
        assertThat(german)
                .contains("<html lang=\"de\">", "Alle Zeiten sind in Europe/Paris.", "Dienstag, 2. März 2027");
        assertThat(page("?lang=fr")).contains("<html lang=\"fr\">", "/presenters?lang=fr\"", "mardi 2 mars 2027");
        assertThat(page("?lang=xx")).contains("<html lang=\"en\">");
    }

    @Test
    void theCalendarFollowsTheTalks() {
        // Given
        var id = conference.accept(7, "Ropes; bells, and\\more", Map.of("presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.publish();
        conference.place(7, "blue", "2027-03-02T11:00");
        // When
        var text = given().get("/agenda/" + conference.slug + ".ics").asString();
        // Then
        var calendar = Biweekly.parse(text).first();
        var event = calendar.getEvents().get(0);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("METHOD:PUBLISH\r\n")
                .contains("PRODID:-//Lectern//Lectern//EN\r\n")
                .contains("DTSTART:20270302T100000Z\r\n")
                .contains("DTEND:20270302T103000Z\r\n");
        assertThat(event.getUid().getValue()).isEqualTo(id + "@lectern");
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(event.getSummary().getValue()).isEqualTo("Ropes; bells, and\\more");
        assertThat(event.getLocation().getValue()).isEqualTo("Blue room");
        assertThat(event.getUrl().getValue())
                .isEqualTo("http://lectern.example/agenda/" + conference.slug + "/talks/7");
        assertThat(event.getDateTimeStamp().getValue())
                .isEqualTo(event.getLastModified().getValue());
    }

    @Test
    void theCalendarSaysWhoPublishesItHowOftenToAskAndWhatATalkIs() {
        // Given
        conference.accept(7, "Ropes", Map.of("abstract", "*Ropes* of $x^2$", "type", "Talk", "track", "Bells, all"));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        var text = unfolded(given().get("/agenda/" + conference.slug + ".ics").asString());
        // Then
        assertThat(text)
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H")
                .contains("URL:http://lectern.example/agenda/" + conference.slug)
                .contains("CATEGORIES:Talk,Bells\\, all", "DESCRIPTION:Ropes of x²")
                .anyMatch(line -> line.startsWith("ORGANIZER;CN=") && line.endsWith(":mailto:noreply@lectern.invalid"))
                .noneMatch(line -> line.contains("@conf.example"));
    }

    @Test
    void aSessionIsInTheCalendarButIsNoBusyTime() {
        // Given
        conference.place(3, "red", "2027-03-02T10:00");
        conference.publish();
        var session = conference
                .organiser()
                .body(Map.of(
                        "operations",
                        List.of(Map.of(
                                "op",
                                "session",
                                "title",
                                "Time",
                                "room",
                                "red",
                                "startsAt",
                                "2027-03-02T10:00",
                                "durationMinutes",
                                60,
                                "chairs",
                                List.of(),
                                "talks",
                                List.of(3)))))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("sessions[0].after.id");
        // When
        var events = Biweekly.parse(
                        given().get("/agenda/" + conference.slug + ".ics").asString())
                .first()
                .getEvents();
        // Then
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("Time", "Why bells are late");
        assertThat(events.get(0).getUid().getValue()).isEqualTo(session + "@lectern");
        assertThat(events.get(0).getTransparency().isTransparent()).isTrue();
        assertThat(events.get(1).getTransparency().isTransparent()).isFalse();
    }

    @Test
    void whatIsWrittenFromRightToLeftDisturbsNothingBesideIt() {
        // Given
        conference.accept(
                7, "שלום \u202Eevil", Map.of("type", "מאמר", "track", "Bells", "presenters", List.of(ELOISE)));
        conference.place(7, "red", "2027-03-02T10:00");
        conference.publish();
        // When
        var page = given().accept(BROWSER).get("/agenda/" + conference.slug).asString();
        // Then
        assertThat(page)
                .contains(" dir=\"auto\">שלום \u202Eevil</a>", "10:00–10:30 · \u2068Red room\u2069 · \u2068Éloïse");
        var talk = given().accept(BROWSER)
                .get("/agenda/" + conference.slug + "/talks/7")
                .asString();
        assertThat(talk)
                .contains(" dir=\"auto\">שלום \u202Eevil</h1>", "<bdi>מאמר</bdi> · <a", " dir=\"auto\">Bells</a>");
    }

    private static List<String> unfolded(String calendar) {
        return calendar.replace("\r\n ", "").lines().toList();
    }

    @Test
    void publishedConferencesAreListed() {
        // Given
        var hidden = TestConference.ready();
        conference.publish();
        // When
        var answer = given().get("/agenda?pageSize=500").then();
        // Then
        answer.statusCode(200)
                .body("items.slug", hasItem(conference.slug))
                .body("items.slug", not(hasItem(hidden.slug)))
                .body(
                        "items.find { it.slug == '" + conference.slug + "' }.keySet()",
                        equalTo(new java.util.LinkedHashSet<>(List.of("slug", "title", "timeZone", "days"))))
                .body("nextPageToken", nullValue());
        given().accept(BROWSER)
                .get("/agenda")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .body(containsString("/agenda/" + conference.slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?utm_source=x", ".json?utm_source=x&utm_source=y", ".ics?nocache=1"})
    void whatOthersAddToALinkIsIgnored(String end) {
        conference.publish();

        given().get("/agenda/" + conference.slug + end).then().statusCode(200);
        given().get("/agenda?fbclid=" + "a".repeat(1001)).then().statusCode(200);
        given().get("/agenda?fbclid=1&pageSize=x").then().statusCode(400);
    }

    /** Where it is there twice, browsers refuse the answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {".json", "", "?q=bells", "?talks=3", "/days/2027-03-02", "/feed.atom", "/talks/99", "/changes"})
    void itIsSaidOnceThatPagesOfOthersMayReadIt(String suffix) {
        conference.publish();

        for (var time = 0; time < 2; time++) {
            var answer = given().urlEncodingEnabled(false).get("/agenda/" + conference.slug + suffix);
            assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                    .containsExactly("*");
            var known = given().urlEncodingEnabled(false)
                    .header("If-None-Match", "*")
                    .get("/agenda/" + conference.slug + suffix);
            assertThat(known.headers().getValues("Access-Control-Allow-Origin")).containsExactly("*");
        }
    }

    @Test
    void pagesOfOthersMayReadIt() {
        conference.publish();

        given().header("Origin", "https://elsewhere.example")
                .get("/agenda/" + conference.slug + ".json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "etag");
        given().head("/agenda/" + conference.slug).then().statusCode(200).header("Access-Control-Allow-Origin", "*");
        given().get("/agenda/none").then().statusCode(404).header("Access-Control-Allow-Origin", "*");
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "If-None-Match")
                .options("/agenda/" + conference.slug)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD")
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
        given().header("Origin", "https://elsewhere.example")
                .get("/schedule/conferences/" + conference.slug)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agenda/none", "/agenda/none.ics", "/agenda/No%20Slug", "/agenda/none/talks/1"})
    void aBrowserIsShownThatThereIsNothing(String path) {
        given().urlEncodingEnabled(false)
                .accept(BROWSER)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("style-src"))
                .body(containsString("There is no agenda here"));
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aBrowserIsShownTheWayToTheAgendaThatHasNoSuchPage() {
        conference.publish();
        conference.agenda().statusCode(200);
        given().accept(BROWSER)
                .get("/agenda/" + conference.slug + "/talks/99")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("This agenda has no such page"))
                .body(containsString("href=\"/agenda/" + conference.slug + "\""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 7_900})
    void aLongAddressIsRefusedBeforeAnythingLooksForIt(int length) {
        given().get("/agenda/" + "a".repeat(length)).then().statusCode(414).contentType("application/problem+json");
    }

    @Test
    void whatIsNoneOfTheFormatsIsNotAcceptable() {
        conference.publish();

        given().accept("image/png").get("/agenda/" + conference.slug).then().statusCode(406);
        given().accept("image/png").get("/agenda").then().statusCode(406);
        given().accept("application/json")
                .get("/agenda/" + conference.slug + ".ics")
                .then()
                .statusCode(200)
                .contentType("text/calendar");
    }
}
