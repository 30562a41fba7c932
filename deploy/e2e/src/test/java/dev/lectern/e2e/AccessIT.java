package dev.lectern.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call what: a table of all endpoints. One that is not in it, or is in it no more, is a failure too. */
@ExtendWith(RunningStack.class)
class AccessIT {

    /**
     * Who may: ALL, whoever has a TOKEN, who may CREATE conferences, the MEMBERS of a conference, or an ADMIN only. Then
     * what is sent. EDITORS are members who are no viewers, also where it is only read.
     * LINK is for whoever has the link: the one that is used here leads nowhere.
     * STREAM is for all too, and does not end, so that it is not called here.
     */
    private static final String TABLE = """
            ALL     GET    /agenda
            ALL     GET    /agenda/{c}
            ALL     GET    /agenda/{c}/schedule.json
            ALL     GET    /agenda/{c}/schedule.xml
            ALL     GET    /agenda/{c}/calendar.xml
            ALL     GET    /agenda/{c}/feed.atom
            ALL     GET    /agenda/{c}/feed.json
            ALL     GET    /agenda/{c}/presenters
            ALL     GET    /agenda/{c}/changes?since={published}
            ALL     GET    /agenda/{c}/rooms/{room}/sign
            ALL     GET    /agenda/{c}/logo.png
            ALL     GET    /agenda/{c}/site.zip
            ALL     GET    /agenda/{c}/{kind}/{part}
            STREAM  GET    /agenda/{c}/stream
            TOKEN   GET    /catalog/conferences
            CREATE  POST   /catalog/conferences                                      {"slug":"{new}","timeZone":"UTC","days":["2027-03-02"]}
            MEMBERS GET    /catalog/conferences/{c}
            MEMBERS PUT    /catalog/conferences/{c}                                  SAME
            MEMBERS PATCH  /catalog/conferences/{c}                                  {"title":"Another"}
            MEMBERS DELETE /catalog/conferences/{c}
            MEMBERS PUT    /catalog/conferences/{c}/organisers/{organiser}
            MEMBERS DELETE /catalog/conferences/{c}/organisers/{organiser}
            MEMBERS PUT    /catalog/conferences/{c}/viewers/{viewer}
            MEMBERS DELETE /catalog/conferences/{c}/viewers/{viewer}
            MEMBERS GET    /catalog/conferences/{c}/contributions
            MEMBERS POST   /catalog/conferences/{c}/contributions                    {"title":"More bells"}
            MEMBERS PATCH  /catalog/conferences/{c}/contributions                    {"contributions":[{"number":1,"title":"Another"}]}
            MEMBERS GET    /catalog/conferences/{c}/contributions/{number}
            MEMBERS PUT    /catalog/conferences/{c}/contributions/{number}           SAME
            MEMBERS PATCH  /catalog/conferences/{c}/contributions/{number}           {"title":"Another"}
            MEMBERS DELETE /catalog/conferences/{c}/contributions/{number}
            MEMBERS GET    /catalog/conferences/{c}/history
            MEMBERS GET    /catalog/conferences/{c}/contributions/{number}/history
            MEMBERS PUT    /catalog/conferences/{c}/contributions/{number}/state     {"state":"CONFIRMED"}
            MEMBERS PUT    /catalog/conferences/{c}/contributions/{number}/withdrawal {}
            MEMBERS DELETE /catalog/conferences/{c}/contributions/{number}/withdrawal
            MEMBERS GET    /catalog/conferences/{c}/contributions/{number}/preview
            MEMBERS POST   /catalog/conferences/{c}/preview                          PREVIEW
            MEMBERS POST   /catalog/conferences/{c}/imports?format=indico-report     REPORT
            MEMBERS GET    /catalog/conferences/{c}/imports/{import}
            MEMBERS GET    /catalog/conferences/{c}/report
            MEMBERS GET    /catalog/conferences/{c}/presenters
            MEMBERS POST   /catalog/conferences/{c}/presenters                       {"familyName":"CHIME"}
            MEMBERS POST   /catalog/conferences/{c}/presenters/addresses             ADDRESSES
            MEMBERS GET    /catalog/conferences/{c}/presenters/{presenter}
            MEMBERS PUT    /catalog/conferences/{c}/presenters/{presenter}           SAME
            MEMBERS PATCH  /catalog/conferences/{c}/presenters/{presenter}           {"givenNames":"Ann"}
            MEMBERS DELETE /catalog/conferences/{c}/presenters/{presenter}
            MEMBERS POST   /catalog/conferences/{c}/presenters/{presenter}/merge     ANOTHER
            MEMBERS GET    /schedule/conferences/{c}
            MEMBERS GET    /schedule/conferences/{c}/changes
            MEMBERS POST   /schedule/conferences/{c}/changes                         {"operations":[{"op":"unschedule","contribution":1}]}
            MEMBERS GET    /schedule/conferences/{c}/changes/{version}
            MEMBERS POST   /schedule/conferences/{c}/changes/{version}/revert        {}
            MEMBERS GET    /schedule/conferences/{c}/diff?from=1
            MEMBERS POST   /schedule/conferences/{c}/imports?format=csv              PLACES
            MEMBERS GET    /schedule/conferences/{c}/imports/{import}
            MEMBERS GET    /schedule/conferences/{c}/sessions
            MEMBERS GET    /schedule/conferences/{c}/sessions/{session}
            MEMBERS GET    /schedule/conferences/{c}/proposals
            MEMBERS POST   /schedule/conferences/{c}/proposals                       {"title":"Peals","room":"red","startsAt":"2027-03-02T15:00","durationMinutes":60}
            MEMBERS GET    /schedule/conferences/{c}/drafts
            MEMBERS POST   /schedule/conferences/{c}/drafts                          {"name":"Plan B"}
            MEMBERS GET    /schedule/conferences/{c}/drafts/{draft}
            MEMBERS DELETE /schedule/conferences/{c}/drafts/{draft}
            MEMBERS POST   /schedule/conferences/{c}/drafts/{draft}/operations       {"operations":[{"op":"unschedule","contribution":1}]}
            MEMBERS POST   /schedule/conferences/{c}/drafts/{draft}/rebase
            MEMBERS POST   /schedule/conferences/{c}/drafts/{draft}/apply            {}
            MEMBERS GET    /schedule/conferences/{c}/presenters/{presenter}/availability
            MEMBERS PUT    /schedule/conferences/{c}/presenters/{presenter}/availability SAME
            MEMBERS PUT    /schedule/conferences/{c}/publication                     {}
            MEMBERS DELETE /schedule/conferences/{c}/publication
            MEMBERS POST   /schedule/conferences/{c}/previews                        {"days":2}
            MEMBERS DELETE /schedule/conferences/{c}/previews
            MEMBERS GET    /schedule/conferences/{c}/rooms
            MEMBERS POST   /schedule/conferences/{c}/rooms                           {"name":"Green room"}
            MEMBERS POST   /schedule/conferences/{c}/rooms/batch                     {"rooms":[{"name":"Grey room"}]}
            MEMBERS GET    /schedule/conferences/{c}/rooms/{room}
            MEMBERS PUT    /schedule/conferences/{c}/rooms/{room}                    SAME
            MEMBERS PATCH  /schedule/conferences/{c}/rooms/{room}                    {"name":"Green room"}
            MEMBERS DELETE /schedule/conferences/{c}/rooms/{room}
            MEMBERS GET    /schedule/conferences/{c}/rooms/{room}/availability
            MEMBERS PUT    /schedule/conferences/{c}/rooms/{room}/availability       SAME
            MEMBERS PUT    /schedule/conferences/{c}/slots/{number}                  {"room":"blue","startsAt":"2027-03-02T15:00"}
            MEMBERS DELETE /schedule/conferences/{c}/slots/{number}
            MEMBERS GET    /notification/conferences/{c}/briefings
            LINK    GET    /presenter/{token}
            LINK    GET    /presenter/{token}/calendar.ics
            LINK    POST   /presenter/{token}/answers                                    answer=SEEN
            LINK    POST   /presenter/{token}/language                                   language=de
            LINK    POST   /presenter/{token}/address                                    address=bell@conf.example
            LINK    GET    /presenter/address/{secret}
            LINK    POST   /presenter/address/{secret}                                   confirmed=true
            LINK    POST   /presenter/{token}/availability                               ticked=2027-03-02
            MEMBERS DELETE /notification/conferences/{c}/presenters/{presenter}/link
            MEMBERS DELETE /notification/conferences/{c}/presenters/{presenter}/bad-address
            MEMBERS GET    /notification/conferences/{c}/messages/{message}
            MEMBERS GET    /notification/conferences/{c}/messages
            MEMBERS POST   /notification/conferences/{c}/messages?dryRun=true            {"subject":"Slides","text":"Bring them.","to":{"all":true}}
            MEMBERS GET    /notification/conferences/{c}/notices
            MEMBERS GET    /notification/conferences/{c}/notices/{notice}
            EDITORS GET    /notification/conferences/{c}/notices/{notice}/message
            MEMBERS POST   /notification/conferences/{c}/notices/release                 {"notices":[]}
            MEMBERS POST   /notification/conferences/{c}/notices/discard                 {"notices":[],"reason":"Told by phone"}
            MEMBERS POST   /notification/conferences/{c}/notices/{notice}/release        {}
            MEMBERS POST   /notification/conferences/{c}/notices/{notice}/discard        {"reason":"Told by phone"}
            MEMBERS POST   /notification/conferences/{c}/notices/{notice}/resend
            MEMBERS GET    /notification/conferences/{c}/settings
            MEMBERS PUT    /notification/conferences/{c}/settings                    SAME
            MEMBERS PATCH  /notification/conferences/{c}/settings                    {"quietPeriod":"PT0S"}
            MEMBERS GET    /notification/conferences/{c}/templates
            MEMBERS GET    /notification/conferences/{c}/templates/{template}
            MEMBERS PUT    /notification/conferences/{c}/templates/{template}        SAME
            MEMBERS DELETE /notification/conferences/{c}/templates/{template}
            MEMBERS POST   /notification/conferences/{c}/templates/preview           {"kind":"CHANGED"}
            ADMIN   POST   /catalog/republication
            ADMIN   GET    /catalog/republication/{republication}
            ADMIN   POST   /schedule/republication
            ADMIN   GET    /schedule/republication/{republication}
            ADMIN   POST   /notification/bounces                                     BOUNCE
            ADMIN   POST   /notification/republication
            ADMIN   GET    /notification/republication/{republication}
            ADMIN   GET    /catalog/parked-records
            ADMIN   POST   /catalog/parked-records/retries
            ADMIN   GET    /catalog/parked-records/retries/{retries}
            ADMIN   DELETE /catalog/parked-records
            ADMIN   POST   /catalog/parked-records/{parked}/retry
            ADMIN   DELETE /catalog/parked-records/{parked}
            ADMIN   GET    /schedule/parked-records
            ADMIN   POST   /schedule/parked-records/retries
            ADMIN   GET    /schedule/parked-records/retries/{retries}
            ADMIN   DELETE /schedule/parked-records
            ADMIN   POST   /schedule/parked-records/{parked}/retry
            ADMIN   DELETE /schedule/parked-records/{parked}
            ADMIN   GET    /notification/parked-records
            ADMIN   POST   /notification/parked-records/retries
            ADMIN   GET    /notification/parked-records/retries/{retries}
            ADMIN   DELETE /notification/parked-records
            ADMIN   POST   /notification/parked-records/{parked}/retry
            ADMIN   DELETE /notification/parked-records/{parked}
            """;

    private static final String REPORT = "**Clocks**\n\nReport of Contributions\n\nContribution ID: 9\n\nLate bells\n";

    private static final String PLACES = "number,title,room,start\n1,Bells,Nave,2027-03-02T15:00\n";

    private static final String COLLEAGUE = "colleague@conf.example";

    /** The version that placed the talk. */
    private static final long PLACING = 3;

    /** A PNG of one pixel. */
    private static final String DOT =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    private static final Map<String, Object> SESSION = Map.of(
            "op", "session", "title", "Time", "room", "blue", "startsAt", "2027-03-02T14:00", "durationMinutes", 60);

    /** The session that the table's proposal is for. */
    private static final String PROPOSED = "Peals";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A line of the table. */
    record Endpoint(String access, String method, String path, String body) {

        static Endpoint of(String line) {
            var words = line.strip().split("\\s+", 4);
            return new Endpoint(words[0], words[1], words[2], words.length > 3 ? words[3] : "");
        }

        /** As OpenAPI has it, where all ids are called so, and all members by their address. */
        String name() {
            return method + " "
                    + path.replaceAll("\\?.*", "")
                            .replace("{organiser}", "{email}")
                            .replace("{viewer}", "{email}")
                            .replace("{presenter}", "{id}")
                            .replace("{message}", "{id}")
                            .replace("{notice}", "{id}")
                            .replace("{session}", "{id}")
                            .replace("{import}", "{id}")
                            .replace("{republication}", "{id}")
                            .replace("{retries}", "{id}")
                            .replace("{parked}", "{id}")
                            .replace("{draft}", "{id}")
                            .replace("{template}", "{name}");
        }

        boolean isRead() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return name();
        }
    }

    enum Caller {
        NOBODY,
        WITHOUT_GROUP,
        STRANGER,
        VIEWER,
        ORGANISER,
        ADMIN
    }

    private final Lectern lectern;
    private final Tokens tokens;
    private final Map<String, String> imports = new ConcurrentHashMap<>();
    private final Map<String, String> messages = new ConcurrentHashMap<>();
    private final Map<String, String> begun = new ConcurrentHashMap<>();
    private Organiser organiser;
    private boolean mayChange;

    AccessIT(Lectern lectern) {
        this.lectern = lectern;
        tokens = new Tokens(lectern.data());
    }

    @AfterEach
    void nothingStaysParked() {
        var admin = token(Caller.ADMIN);
        for (var service : List.of("catalog", "schedule", "notification")) {
            given().auth()
                    .oauth2(admin)
                    .post("/" + service + "/parked-records/retries")
                    .then()
                    .statusCode(200);
        }
    }

    static Stream<Endpoint> endpoints() {
        return TABLE.lines().map(Endpoint::of);
    }

    private static Stream<Endpoint> thatEnd() {
        return endpoints().filter(endpoint -> !endpoint.access().equals("STREAM"));
    }

    @Test
    void theTableNamesEveryEndpoint() {
        assertThat(endpoints().map(Endpoint::name)).containsExactlyInAnyOrderElementsOf(documented());
    }

    /** In a conference in which nothing may change, so that all endpoints can share it. */
    @Test
    void whoMayNotIsRefused() {
        organiser = conference();
        var callers = List.of(Caller.NOBODY, Caller.WITHOUT_GROUP, Caller.STRANGER, Caller.VIEWER);
        RunningStack.invariants().quiet().await();
        var before = everything();
        inParallel(endpoint -> callers.forEach(caller -> expect(endpoint, caller)), any -> true);
        assertThat(everything()).isEqualTo(before);
    }

    /** What is only read can share a conference; each change has one of its own. */
    @ParameterizedTest
    @EnumSource(names = {"ORGANISER", "ADMIN"})
    void whoMayIsServed(Caller caller) {
        organiser = conference();
        thatEnd().filter(Endpoint::isRead).forEach(endpoint -> expect(endpoint, caller));
        mayChange = true;
        thatEnd().filter(endpoint -> !endpoint.isRead()).forEach(endpoint -> {
            organiser = conference();
            if (endpoint.body().contains(PROPOSED)) {
                propose();
            }
            expect(endpoint, caller);
        });
    }

    @Test
    void aBadTokenOpensNothing() {
        organiser = conference();
        var bad = tokens.bad();
        thatEnd()
                .filter(endpoint -> !Set.of("ALL", "LINK").contains(endpoint.access()))
                .forEach(endpoint -> bad.forEach((fault, token) -> {
                    var answer = send(endpoint, given().auth().oauth2(token));
                    assertThat(answer.statusCode())
                            .as("%s with a bad %s", endpoint, fault)
                            .isEqualTo(401);
                    assertThat(answer.contentType()).isEqualTo("application/problem+json");
                }));
    }

    @Test
    void noTokenIsInTheLogs() throws IOException {
        organiser = conference();
        var token = token(Caller.ORGANISER);
        given().auth().oauth2(token).get("/catalog/conferences?access_token=" + token);
        given().auth().oauth2(token + "x").get("/schedule/conferences/" + organiser.slug());
        given().auth().oauth2(token).contentType("application/json").body("{").post("/catalog/conferences");
        try (var logs = Files.list(lectern.data().resolve("logs"))) {
            assertThat(logs)
                    .isNotEmpty()
                    .allSatisfy(log ->
                            assertThat(Files.readString(log)).doesNotContain(token.substring(token.lastIndexOf('.'))));
        }
    }

    @Test
    void whatIsAnothersLooksLikeWhatIsNotThere() {
        organiser = conference();
        var stranger = token(Caller.STRANGER);
        inParallel(
                endpoint -> {
                    var foreign =
                            send(endpoint, given().auth().oauth2(stranger)).asString();
                    var missing = given().auth()
                            .oauth2(stranger)
                            .contentType(contentType(endpoint))
                            .body(body(endpoint))
                            .request(
                                    endpoint.method(),
                                    filled(endpoint).replace(organiser.slug(), "no-" + organiser.slug()))
                            .asString();
                    assertThat(foreign).as(endpoint.name()).isEqualTo(missing);
                },
                endpoint -> Set.of("MEMBERS", "EDITORS").contains(endpoint.access()));
    }

    /** A 404 takes two seconds, for a membership may still be on its way. */
    private static void inParallel(Consumer<Endpoint> check, Predicate<Endpoint> which) {
        var pool = Executors.newFixedThreadPool(16);
        var checks = thatEnd()
                .filter(which)
                .map(endpoint -> CompletableFuture.runAsync(() -> check.accept(endpoint), pool))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(checks).join();
        pool.shutdown();
    }

    private void expect(Endpoint endpoint, Caller caller) {
        var answer = call(endpoint, caller);
        assertThat(answer.statusCode())
                .as("%s by %s: %s", endpoint, caller, answer.asString())
                .isIn(expected(endpoint, caller));
    }

    /** What an organiser reads of the conference. */
    private List<String> everything() {
        return endpoints()
                .filter(endpoint -> endpoint.access().equals("MEMBERS") && endpoint.isRead())
                .map(endpoint -> call(endpoint, Caller.ORGANISER).asString())
                .toList();
    }

    /** Where an import that changes nothing stands: at its end. */
    private String tried(String service, String file) {
        return imports.computeIfAbsent(organiser.url(service, ""), any -> tryOut(service, file));
    }

    private String tryOut(String service, String file) {
        var status = organiser
                .request()
                .contentType("application/octet-stream")
                .header("Prefer", "respond-async")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(organiser.url(service, "/imports?dryRun=true&format=auto"))
                .then()
                .statusCode(202)
                .extract()
                .<String>path("status");
        await().untilAsserted(() -> organiser.request().get(status).then().body("state", equalTo("DONE")));
        return status;
    }

    /** A record of a type that nobody reads: it is ignored when it is tried again. */
    private static String parked(String service) {
        var database = RunningStack.database(service);
        var topic = service.equals("catalog") ? Topics.SLOT : Topics.CONFERENCE;
        var key = UUID.randomUUID();
        database.damage("insert into parked_record (topic, partition, record_offset, key, type, reason)"
                + " values ('" + topic + "', 0, " + key.getMostSignificantBits() + ", '" + key
                + "', 'dev.lectern.bell.v1', 'any')");
        return database.rows("select id from parked_record where key = '" + key + "'")
                .get(0)
                .get(0)
                .toString();
    }

    /** Where a republication, or a try of all parked records, stands: at its end, so that the next one is not refused. */
    private String atItsEnd(String path) {
        var admin = token(Caller.ADMIN);
        var status = given().auth()
                .oauth2(admin)
                .header("Prefer", "respond-async")
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("status");
        await().untilAsserted(
                        () -> given().auth().oauth2(admin).get(status).then().body("state", equalTo("DONE")));
        return status;
    }

    private static Set<Integer> expected(Endpoint endpoint, Caller caller) {
        var good = Set.of(200, 201);
        return switch (endpoint.access()) {
            case "ALL" -> good;
            case "LINK" -> Set.of(404);
            case "TOKEN" -> caller == Caller.NOBODY ? Set.of(401) : good;
            case "CREATE" ->
                switch (caller) {
                    case NOBODY -> Set.of(401);
                    case WITHOUT_GROUP -> Set.of(403);
                    default -> good;
                };
            case "ADMIN" ->
                switch (caller) {
                    case NOBODY -> Set.of(401);
                    case ADMIN -> good;
                    default -> Set.of(403);
                };
            default ->
                switch (caller) {
                    case NOBODY -> Set.of(401);
                    case WITHOUT_GROUP, STRANGER -> Set.of(404);
                    case VIEWER -> endpoint.isRead() && endpoint.access().equals("MEMBERS") ? good : Set.of(403);
                    default -> good;
                };
        };
    }

    private void propose() {
        organiser
                .post("/catalog", "/contributions", Map.of("title", "Peal", "sessionClassification", PROPOSED))
                .statusCode(201);
        Awaitility.await()
                .untilAsserted(
                        () -> organiser.get("/schedule", "/proposals").body("sessions.title", contains(PROPOSED)));
    }

    /**
     * With a logo, a second organiser, a viewer, a talk that is placed, published and told, a presenter of nothing, an empty
     * room, a session, a draft, and a template.
     */
    private Organiser conference() {
        var fresh = Organiser.withConference(lectern);
        fresh.patch("/catalog", "", Map.of("look", Map.of("logo", DOT))).statusCode(200);
        fresh.put("/catalog", "/organisers/" + COLLEAGUE, "").statusCode(200);
        fresh.put("/catalog", "/viewers/" + address(Caller.VIEWER), "").statusCode(200);
        fresh.contribution("Bells", fresh.presenter("BELL"));
        fresh.presenter("TOLL");
        fresh.room("blue", "Blue room");
        fresh.room("red", "Red room");
        fresh.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        fresh.publish();
        fresh.post("/schedule", "/changes", Map.of("operations", List.of(SESSION)))
                .statusCode(201);
        fresh.post("/schedule", "/drafts", Map.of("name", "Plan A")).statusCode(201);
        fresh.request()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("source", "See you there"))
                .put(fresh.url("/notification", "/templates/closing"))
                .then()
                .statusCode(200);
        return fresh;
    }

    private Response call(Endpoint endpoint, Caller caller) {
        return send(endpoint, caller == Caller.NOBODY ? given() : given().auth().oauth2(token(caller)));
    }

    private Response send(Endpoint endpoint, RequestSpecification request) {
        request.contentType(contentType(endpoint)).body(body(endpoint));
        if (endpoint.body().equals("SAME")) {
            request.header("If-Match", same(endpoint).header("ETag"));
        }
        return request.request(endpoint.method(), filled(endpoint));
    }

    private static String contentType(Endpoint endpoint) {
        if (endpoint.access().equals("LINK")) {
            return "application/x-www-form-urlencoded";
        }
        return endpoint.body().equals("PREVIEW") ? "text/markdown" : "application/json";
    }

    private String body(Endpoint endpoint) {
        return switch (endpoint.body()) {
            case "SAME" -> same(endpoint).asString();
            case "REPORT" -> REPORT;
            case "PLACES" -> PLACES;
            case "BOUNCE" -> delayed(firstNotice());
            case "ANOTHER" -> "{\"presenter\":\"" + nth("/catalog", "/presenters", 1) + "\"}";
            case "ADDRESSES" -> "name,email\nBELL," + organiser.address("bell") + "\n";
            default -> endpoint.body().replace("{new}", "conf-" + UUID.randomUUID());
        };
    }

    /** A report about its mail, by which nothing is altered. */
    private String delayed(String notice) {
        var mail = organiser.get("/notification", "/notices/" + notice).extract();
        return """
                Content-Type: multipart/report; report-type=delivery-status; boundary=part

                --part
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; %s
                Action: delayed
                Status: 4.4.1

                --part
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --part--
                """.formatted(mail.<String>path("to"), mail.<String>path("messageId"));
    }

    /** What is there now. */
    private Response same(Endpoint endpoint) {
        return organiser.request().get(filled(endpoint));
    }

    private String filled(Endpoint endpoint) {
        var path = endpoint.path()
                .replace("{c}", organiser.slug())
                .replace("{organiser}", COLLEAGUE)
                .replace("{viewer}", address(Caller.VIEWER))
                .replace("{number}", "1")
                .replace("{version}", Long.toString(PLACING))
                .replace("{published}", Long.toString(PLACING + 1))
                .replace("{room}", "red")
                .replace("{template}", "closing")
                .replace("{token}", "leads-nowhere")
                .replace("{secret}", "leads-nowhere")
                .replace("{kind}/{part}", "rooms/red.ics");
        if (path.contains("{presenter}")) {
            return path.replace("{presenter}", first("/catalog", "/presenters"));
        }
        if (path.contains("{import}")) {
            return path.startsWith("/catalog") ? tried("/catalog", REPORT) : tried("/schedule", PLACES);
        }
        if (path.contains("{republication}")) {
            return begun.computeIfAbsent(path.replace("/{republication}", ""), this::atItsEnd);
        }
        if (path.contains("{retries}")) {
            return begun.computeIfAbsent(path.replace("/{retries}", ""), this::atItsEnd);
        }
        if (path.contains("{parked}")) {
            return path.replace("{parked}", parked(path.split("/", -1)[1]));
        }
        if (path.contains("{session}")) {
            return path.replace("{session}", first("/schedule", "/sessions"));
        }
        if (path.contains("{draft}")) {
            return path.replace("{draft}", first("/schedule", "/drafts"));
        }
        if (path.contains("{message}")) {
            return path.replace("{message}", messages.computeIfAbsent(organiser.slug(), any -> sentMessage()));
        }
        if (path.matches(".*/\\{notice}/(release|discard)")) {
            return path.replace("{notice}", heldNotice());
        }
        return path.contains("{notice}") ? path.replace("{notice}", firstNotice()) : path;
    }

    /** In a conference in which nothing may change it is one that is not held: nobody who may not comes so far. */
    private String heldNotice() {
        var first = firstNotice();
        if (!mayChange) {
            return first;
        }
        organiser.patch("/notification", "/settings", Map.of("hold", true)).statusCode(200);
        organiser.place(1, "red", "2027-03-02T16:00").statusCode(200);
        Awaitility.await()
                .untilAsserted(() ->
                        organiser.get("/notification", "/notices?state=HELD").body("items", hasSize(1)));
        return first("/notification", "/notices?state=HELD");
    }

    /** To the one presenter who is told of anything, at its end. */
    private String sentMessage() {
        firstNotice();
        var message = organiser
                .post(
                        "/notification",
                        "/messages",
                        Map.of("subject", "Slides", "text", "Bring them.", "to", Map.of("all", true)))
                .statusCode(201)
                .extract()
                .<String>path("id");
        Awaitility.await()
                .untilAsserted(() -> organiser
                        .get("/notification", "/messages/" + message)
                        .body("recipients.state", contains("SENT")));
        return message;
    }

    private String firstNotice() {
        new Inbox(RunningStack.status().get("inbox").asText()).await(organiser.address("bell"), 1);
        return first("/notification", "/notices");
    }

    private String first(String service, String list) {
        return nth(service, list, 0);
    }

    private String nth(String service, String list, int index) {
        return organiser.get(service, list).statusCode(200).extract().path("items[" + index + "].id");
    }

    private String token(Caller caller) {
        return switch (caller) {
            case WITHOUT_GROUP -> tokens.of(Organiser.ADDRESS);
            case ORGANISER -> organiser.token();
            case ADMIN -> RunningStack.status().at("/tokens/admin").asText();
            default -> tokens.of(address(caller), "organiser");
        };
    }

    private static String address(Caller caller) {
        return caller.name().toLowerCase(Locale.ROOT) + "@conf.example";
    }

    private static Set<String> documented() {
        var found = new TreeSet<String>();
        for (var service : RunningStack.status().get("services")) {
            var paths = read(service.get("management").asText() + "/q/openapi?format=json")
                    .get("paths");
            paths.properties()
                    .forEach(path -> methods(path.getValue())
                            .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " "
                                    + path.getKey().replace("{conference}", "{c}"))));
        }
        return found;
    }

    private static List<String> methods(JsonNode path) {
        var methods = new ArrayList<String>();
        path.fieldNames().forEachRemaining(methods::add);
        return methods.stream()
                .filter(Set.of("get", "put", "post", "patch", "delete", "head", "options")::contains)
                .collect(Collectors.toList());
    }

    private static JsonNode read(String url) {
        try {
            return JSON.readTree(
                    given().get(url).then().statusCode(200).extract().asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
