package dev.lectern.schedule.imports;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that say where and when talks are. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class ImportTest {

    private static final String TABLE = """
            number;title;room;start;duration
            3;Why bells are late;Red  ROOM;2027-03-02 10:00;
            4;Clocks;Organ loft;2027-03-02T10:00;60
            """;
    private static final String XML = """
            <schedule><conference><title>Bells 2027</title></conference><day date="2027-03-02">
            <room name="Nave">
            <event guid="guid-5"><title>Ropes</title><start>09:00</start><duration>01:00</duration></event>
            <event guid="guid-6"><title>Knots</title><start>%s</start><duration>01:00</duration></event>
            </room></day></schedule>""";

    private TestConference conference;

    /** Talk 3 takes 45 minutes, 4 nobody knows how long; 5 and 6 are known by guids. */
    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
        conference.accept(5, "Ropes", Map.of("externalId", "guid-5"));
        conference.accept(6, "Knots", Map.of("externalId", "guid-6"));
        await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(4)));
    }

    private ValidatableResponse load(String file, String query) {
        return conference
                .organiser()
                .contentType(ContentType.BINARY)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(conference.path("/imports?format=auto" + query))
                .then();
    }

    @Test
    void aFilePlacesItsTalksAsOneChange() {
        load(TABLE, "")
                .statusCode(200)
                .body("format", equalTo("csv"))
                .body("version", equalTo(3))
                .body("rooms.created", equalTo(1))
                .body("rooms.matched", equalTo(1))
                .body("rooms.madeNonExclusive", empty())
                .body("slots", equalTo(Map.of("placed", 2, "moved", 0, "unscheduled", 0, "unchanged", 0)))
                .body("kept", empty())
                .body("notUnderstood", empty());

        conference
                .working()
                .body("rooms.slug", contains("red", "blue", "organ-loft"))
                .body("slots.contribution.number", contains(3, 4))
                .body("slots.room.slug", contains("red", "organ-loft"))
                .body("slots.startsAt", everyItem(equalTo("2027-03-02T10:00:00+01:00")))
                .body("slots.durationMinutes", contains(45, 60));
        conference
                .organiser()
                .get(conference.path("/changes/3"))
                .then()
                .body("comment", equalTo("import of a file (csv)"))
                .body("talks", equalTo(2));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        load(TABLE, "");

        load(TABLE, "")
                .body("version", equalTo(3))
                .body("slots.unchanged", equalTo(2))
                .body("slots.moved", equalTo(0));
    }

    /** Two rooms look alike, and posters are side by side in one; a file of another system has placed some of it. */
    @ParameterizedTest
    @ValueSource(strings = {"/schedule.xml", "/schedule.json", ".ics"})
    void whatWasExportedFromHereChangesNothing(String file) {
        // Given
        load(XML.formatted("09:30"), "").statusCode(200);
        conference.addRoom("red-2", "RED ROOM");
        conference.place(3, "red", "2027-03-02T10:00").statusCode(200);
        conference.place(4, "red-2", "2027-03-02T10:00").statusCode(200);
        conference.place(6, Map.of("room", "nave", "startsAt", "2027-03-28T01:30", "durationMinutes", 1440));
        conference
                .organiser()
                .body(Map.of(
                        "operations",
                        List.of(
                                operation("session", "Bells", "red", Map.of("talks", List.of(3))),
                                operation("break", "Coffee", "blue", Map.of()),
                                Map.of("op", "pin", "contribution", 4))))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201);
        conference
                .organiser()
                .body(Map.of("name", "The great nave"))
                .patch(conference.path("/rooms/nave"))
                .then()
                .statusCode(200);
        conference.publish().statusCode(200);
        var version = conference.version();
        conference.agenda().statusCode(200);
        var exported = given().get("/agenda/" + conference.slug + file).asString();
        // When
        var report = load(exported, "");
        // Then
        report.statusCode(200)
                .body("version", equalTo(version))
                .body("slots", equalTo(Map.of("placed", 0, "moved", 0, "unscheduled", 0, "unchanged", 4)))
                .body("rooms.created", equalTo(0))
                .body("rooms.madeNonExclusive", empty())
                .body("kept", empty())
                .body("warnings", empty())
                .body("tells", empty());
        load(XML.formatted("09:45"), "").body("rooms.created", equalTo(0)).body("slots.moved", equalTo(1));
    }

    private static Map<String, Object> operation(String kind, String title, String room, Map<String, Object> more) {
        var operation = new HashMap<String, Object>(Map.of(
                "op", kind, "title", title, "room", room, "startsAt", "2027-03-02T10:00", "durationMinutes", 60));
        operation.putAll(more);
        return operation;
    }

    @Test
    void aDryRunSaysTheSameAndDoesNothing() {
        load(TABLE, "&dryRun=true").body("version", equalTo(3)).body("slots.placed", equalTo(2));

        conference.working().body("version", equalTo(2)).body("slots", empty());
        load(TABLE, "").body("version", equalTo(3)).body("slots.placed", equalTo(2));
    }

    @Test
    void talksAreKnownByWhatFilesCallThem() {
        load(XML.formatted("10:00"), "&announce=false&comment=As it is")
                .statusCode(200)
                .body("slots.placed", equalTo(2))
                .body("rooms.created", equalTo(1));

        conference.working().body("slots.contribution.number", contains(5, 6));
        conference
                .organiser()
                .get(conference.path("/changes/3"))
                .then()
                .body("announced", equalTo(false))
                .body("comment", equalTo("As it is"));
    }

    @Test
    void aRoomThatTheFileDoubleBooksTakesAnyNumber() {
        load(XML.formatted("09:30"), "")
                .statusCode(200)
                .body("rooms.madeNonExclusive", contains("nave"))
                .body("warnings.code", hasItem("room-double-booked"));

        conference.working().body("rooms[2].exclusive", equalTo(false)).body("slots", hasSize(2));
    }

    @Test
    void oneThatWasThereIsChangedWhereTheNextFileDoubleBooksIt() {
        load(XML.formatted("10:00"), "").body("rooms.madeNonExclusive", empty());

        load(XML.formatted("09:30"), "")
                .body("rooms.created", equalTo(0))
                .body("rooms.madeNonExclusive", contains("nave"))
                .body("slots", equalTo(Map.of("placed", 0, "moved", 1, "unscheduled", 0, "unchanged", 1)));
    }

    @Test
    void whatPeopleMovedSinceStays() {
        load(XML.formatted("10:00"), "");
        conference.place(5, "blue", "2027-03-03T11:00").statusCode(200);
        conference.unschedule(6).statusCode(200);

        load(XML.formatted("10:00"), "")
                .body("version", equalTo(5))
                .body("kept.number", contains(5, 6))
                .body("kept[0].fields", contains("room", "startsAt"));
        load(XML.formatted("11:00"), "")
                .body("version", equalTo(6))
                .body("kept.number", contains(5))
                .body("slots.placed", equalTo(1));
    }

    @Test
    void aRoomIsFoundAgainWhenItWasRenamed() {
        load(XML.formatted("10:00"), "");
        conference
                .organiser()
                .body(Map.of("name", "The great nave"))
                .patch(conference.path("/rooms/nave"))
                .then()
                .statusCode(200);

        load(XML.formatted("11:00"), "").body("rooms.created", equalTo(0)).body("slots.moved", equalTo(1));

        conference.working().body("rooms.name", hasItem("The great nave")).body("rooms", hasSize(3));
    }

    @Test
    void whatIsPinnedStays() {
        load(XML.formatted("10:00"), "");
        conference
                .organiser()
                .body(Map.of("operations", List.of(Map.of("op", "pin", "contribution", 6))))
                .post(conference.path("/changes"))
                .then()
                .statusCode(201);

        load(XML.formatted("11:00"), "").body("kept.number", contains(6)).body("version", equalTo(4));
    }

    @Test
    void whatTheFileHasNoMoreIsUnscheduledWhereThatIsAskedFor() {
        load(XML.formatted("10:00"), "");
        var one = XML.formatted("10:00").replaceAll("<event guid=\"guid-6.*</event>", "");

        load(one, "").body("slots.unscheduled", equalTo(0));
        load(one, "&missing=unschedule").body("slots.unscheduled", equalTo(1)).body("version", equalTo(4));

        conference.working().body("slots.contribution.number", contains(5));
        load(one, "&missing=unschedule").body("slots.unscheduled", equalTo(0)).body("version", equalTo(4));
    }

    @Test
    void whatPeoplePlacedThemselvesIsNoBusinessOfFiles() {
        conference.place(3, "blue", "2027-03-02T09:00");

        load(XML.formatted("10:00"), "&missing=unschedule").body("slots.unscheduled", equalTo(0));
    }

    @Test
    void aPlaceThatPeopleTookIsNotDoubleBooked() {
        load(XML.formatted("10:00"), "");
        conference.place(3, "nave", "2027-03-02T12:00").statusCode(200);

        load(XML.formatted("12:00"), "")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:room-taken"))
                .body("clashesWith.contribution.number", contains(3));

        conference.working().body("version", equalTo(4));
    }

    @Test
    void whatCannotBePlacedIsSaidAndTheOthersAre() {
        conference.tell(3, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(3)));
        var table = TABLE + "77;Unknown;Red room;2027-03-02 10:00;\n";

        load(table, "")
                .statusCode(200)
                .body("slots.placed", equalTo(1))
                .body("notUnderstood.line", contains(2, 4))
                .body("notUnderstood.reason", hasItem("contribution 3 is withdrawn, or not accepted"))
                .body("notUnderstood.reason", hasItem("the catalog has told of no such contribution"));
    }

    @Test
    void whatCameBackIsPlacedAgain() {
        load(TABLE, "").body("slots.placed", equalTo(2));
        conference.tell(3, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        await().untilAsserted(() -> conference.working().body("slots", hasSize(1)));
        conference.tell(3, Map.of("state", "ACCEPTED", "withdrawals", 1));
        await().untilAsserted(() -> conference.working().body("unscheduled.number", hasItem(3)));

        load(TABLE, "")
                .body("slots.placed", equalTo(1))
                .body("slots.unchanged", equalTo(1))
                .body("kept", empty());
    }

    @Test
    void aTimeThatDoesNotExistIsSaid() {
        var skipped = TABLE.replace("2027-03-02 10:00", "2027-03-28 02:30");

        load(skipped, "")
                .body("slots.placed", equalTo(1))
                .body("notUnderstood.reason", hasItem(containsString("does not exist")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-03-02 10:00",
                "2027-01-32 10:00",
                "2027-13-01 10:00",
                "2027-03-02 25:00",
                "2027-03-02 10:61"
            })
    void aDateThatIsNoneIsSaid(String start) {
        load(TABLE.replace("2027-03-02 10:00", start), "")
                .statusCode(200)
                .body("slots.placed", equalTo(1))
                .body("notUnderstood.line", contains(2));
    }

    @Test
    void whatACalendarCancelsIsPlacedNowhere() {
        conference.accept(7, "Bells", Map.of("externalId", "uid-7"));
        conference.accept(8, "Never", Map.of("externalId", "uid-8"));
        await().untilAsserted(() -> conference.working().body("unscheduled", hasSize(6)));
        var calendar = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:uid-7
                SUMMARY:Bells
                DTSTART:20270302T100000
                LOCATION:Nave
                END:VEVENT
                BEGIN:VEVENT
                UID:uid-8
                SUMMARY:Never
                DTSTART:20270302T120000
                LOCATION:Nave
                END:VEVENT
                END:VCALENDAR
                """;
        load(calendar, "").body("slots.placed", equalTo(2));

        var cancelled = calendar.replace("SUMMARY:Never", "STATUS:CANCELLED\nSUMMARY:Never");
        load(cancelled, "&missing=unschedule")
                .statusCode(200)
                .body("slots.unscheduled", equalTo(1))
                .body("notUnderstood", empty());

        conference.working().body("slots.contribution.number", contains(7));
    }

    @Test
    void aTalkOnAnotherDayIsPlacedWithAWarning() {
        load(TABLE.replace("2027-03-02 10:00", "2027-03-07 10:00"), "")
                .body("slots.placed", equalTo(2))
                .body("warnings.code", hasItem("outside-days"));
    }

    @Test
    void aPublishedTalkIsToldOf() {
        conference.publish().statusCode(200);

        load(TABLE, "").statusCode(200);

        conference.agenda().body("talks.number", contains(3, 4)).body("version", equalTo(4));
    }

    @Test
    void allThatTheCatalogHasToldIsWaitedFor() {
        IntStream.range(100, 160).forEach(number -> conference.accept(number, "Filler " + number));
        conference.accept(8, "Late", calledBy("other", "guid-6b"));

        load(XML.formatted("10:00").replace("guid-6", "guid-6b"), "&source=other&dryRun=true")
                .statusCode(200)
                .body("slots.placed", equalTo(2))
                .body("notUnderstood", empty());
    }

    @Test
    void aTalkThatHasJustBeenReinstatedIsPlaced() {
        conference.tell(5, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        conference.tell(6, Map.of("state", "WITHDRAWN", "withdrawals", 1));
        load(XML.formatted("10:00"), "").body("slots.placed", equalTo(0)).body("notUnderstood", hasSize(2));

        conference.tell(5, Map.of("state", "ACCEPTED"));
        conference.tell(6, Map.of("state", "CONFIRMED"));
        load(XML.formatted("10:00"), "").body("slots.placed", equalTo(2)).body("notUnderstood", empty());
    }

    private static Map<String, Object> calledBy(String source, String id) {
        return Map.of("externalId", id, "externalIds", List.of(Map.of("source", source, "id", id)));
    }

    @Test
    void idsBelongToTheirSource() {
        conference.accept(8, "Ropes", calledBy("spires", "guid-5"));
        conference.accept(9, "Knots", calledBy("towers", "guid-6"));

        load(XML.formatted("10:00"), "&source=spires").body("slots.placed", equalTo(2));
        conference.working().body("slots.contribution.number", contains(8, 6));

        load(XML.formatted("12:00").replace("Nave", "Crypt"), "&source=towers")
                .statusCode(200)
                .body("source", equalTo("towers"));
        conference.working().body("slots.contribution.number", hasItem(9));
    }

    @Test
    void twoSourcesLeaveEachOthersTalksWhereTheyAre() {
        conference.accept(8, "Bells", calledBy("side", "s-1"));
        var side = XML.formatted("10:00")
                .replace("Nave", "Crypt")
                .replace("guid-5", "s-1")
                .replace("guid-6", "s-2");
        load(XML.formatted("15:00"), "&source=main").body("slots.placed", equalTo(2));

        load(side, "&source=side&missing=unschedule").statusCode(200).body("slots.unscheduled", equalTo(0));
        load(XML.formatted("15:00"), "&source=main&missing=unschedule").body("slots.unscheduled", equalTo(0));

        load(XML.formatted("15:00").replace("guid-6", "gone"), "&source=main&missing=unschedule")
                .body("slots.unscheduled", equalTo(1));
    }

    @Test
    void anImportThatNobodyWaitsForTellsWhereItStands() {
        var location = conference
                .organiser()
                .contentType(ContentType.BINARY)
                .header("Prefer", "respond-async")
                .body(TABLE.getBytes(StandardCharsets.UTF_8))
                .post(conference.path("/imports?format=auto"))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        await().untilAsserted(() -> conference
                .organiser()
                .get(location)
                .then()
                .body("state", equalTo("DONE"))
                .body("result.slots.placed", equalTo(2)));
    }

    @Test
    void anImportThatIsRefusedLaterSaysWhy() {
        var location = conference
                .organiser()
                .contentType(ContentType.BINARY)
                .header("Prefer", "respond-async")
                .body(XML.formatted("10:00").replace("guid-", "other-").getBytes(StandardCharsets.UTF_8))
                .post(conference.path("/imports?format=auto"))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        await().untilAsserted(() -> conference
                .organiser()
                .get(location)
                .then()
                .body("state", equalTo("FAILED"))
                .body("result", nullValue())
                .body("problem.type", equalTo("urn:lectern:problem:not-in-catalog"))
                .body("problem.status", equalTo(409)));
    }

    @Test
    void aFileThatTheCatalogDoesNotKnowIsRefused() {
        load(XML.formatted("10:00").replace("guid-", "other-"), "")
                .statusCode(409)
                .body("type", equalTo("urn:lectern:problem:not-in-catalog"));

        conference.working().body("rooms", hasSize(2)).body("version", equalTo(2));
    }

    @Test
    void aFileWithoutPlacesIsRefused() {
        load("number;title\n3;Why bells are late\n", "")
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-file"))
                .body("errors[0].line", equalTo(1));
        load("<schedule><!DOCTYPE", "").statusCode(400).body("errors[0].line", not(nullValue()));
        conference
                .organiser()
                .contentType(ContentType.BINARY)
                .body(new byte[0])
                .post(conference.path("/imports?format=indico-report"))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("format"));
        load(TABLE, "&missing=withdraw").statusCode(400).body("errors[0].parameter", equalTo("missing"));
    }
}
