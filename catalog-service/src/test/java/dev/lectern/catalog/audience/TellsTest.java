package dev.lectern.catalog.audience;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every edit that mails can be tried first, and says whom it tells; the schedule's events say what has a place. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class TellsTest {

    private static final Path EVENTS = Path.of("../schedule-service/events");
    private static final String DRY = "?dryRun=true";

    private CatalogClient organiser;
    private UUID ada;
    private UUID bob;
    private UUID talk;

    @BeforeEach
    void aTalkOfTwo() {
        organiser = CatalogClient.withConference();
        ada = organiser.presenter("LEE", "Ada");
        bob = organiser.presenter("RAY", "Bob");
        talk = organiser.contribution("Bells", ada);
        presentedBy(ada, bob).statusCode(200).body("tells", empty()).body("dryRun", equalTo(false));
    }

    @Test
    void whatHasNoPlaceTellsNobody() {
        withdraw(DRY).body("tells", empty()).body("dryRun", equalTo(true)).body("state", equalTo("WITHDRAWN"));
        organiser.get("/contributions/1").body("state", equalTo("ACCEPTED")).body("revision", equalTo(2));
    }

    @Test
    void aWithdrawalSaysWhomItTellsAndIsOnlyTried() {
        place();

        withdraw(DRY)
                .header("ETag", equalTo("\"3\""))
                .body("tells.presenter.name", contains("Ada LEE", "Bob RAY"))
                .body("tells.contribution.number", contains(1, 1))
                .body("tells[0].session", nullValue())
                .body("tells.kind", contains("CANCELLED", "CANCELLED"));
        organiser.get("/contributions/1").body("state", equalTo("ACCEPTED"));

        withdraw("").body("tells", hasSize(2)).body("dryRun", equalTo(false));
        organiser.get("/contributions/1").body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aTalkThatTheScheduleTookBackTellsNobody() {
        place();
        send("slot", "slot.v1.unscheduled.example.json", talk);

        await().untilAsserted(() -> withdraw(DRY).body("tells", empty()));
    }

    @Test
    void editsOfAContributionSayWhomTheyTell() {
        place();

        organiser
                .patch("/contributions/1" + DRY, "{\"title\":\"Clocks\"}")
                .statusCode(200)
                .body("title", equalTo("Clocks"))
                .body("tells.kind", contains("CHANGED", "CHANGED"))
                .body("tells.contribution.title", contains("Clocks", "Clocks"));
        organiser
                .patch("/contributions/1" + DRY, "{\"title\":\"Clocks\",\"announce\":false}")
                .body("tells", empty());
        organiser
                .request()
                .body("{\"contributions\":[{\"number\":1,\"track\":\"Towers\"}]}")
                .patch("/catalog/conferences/" + organiser.slug() + "/contributions" + DRY)
                .then()
                .body("items.track", contains("Towers"))
                .body("tells.kind", contains("CHANGED", "CHANGED"));
        organiser
                .patch("/contributions/1" + DRY, "{\"presenters\":[]}")
                .body("tells.kind", contains("REMOVED", "REMOVED"))
                .body("warnings.code", contains("no-presenter"))
                .body("warnings[0].rooms", contains("auditorium"));
        organiser.get("/contributions/1").body("title", equalTo("Bells")).body("revision", equalTo(2));
    }

    @Test
    void aStepToARejectionIsTriedToo() {
        place();

        organiser
                .put("/contributions/1/state" + DRY, "{\"state\":\"REJECTED\"}")
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("tells.kind", contains("CANCELLED", "CANCELLED"));
    }

    @Test
    void anAddressThatIsChangedIsToldWhatThePersonPresents() {
        place();

        organiser
                .patch("/presenters/" + ada + DRY, "{\"email\":\"ada@conf.example\"}")
                .body("email", equalTo("ada@conf.example"))
                .body("tells.presenter.name", contains("Ada LEE"))
                .body("tells.kind", contains("SCHEDULED"));
        organiser.get("/presenters/" + ada).body("email", nullValue());
        organiser
                .post("/presenters/addresses" + DRY, "number,name,email\n1,Bob RAY,bob@conf.example\n")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("updated", equalTo(1))
                .body("tells.presenter.name", contains("Bob RAY"));
    }

    @Test
    void mergeAndErasureAreTried() {
        place();
        var other = organiser.presenter("RAY", "Robert");

        organiser
                .post("/presenters/" + other + "/merge" + DRY, "{\"presenter\":\"" + bob + "\"}")
                .statusCode(200)
                .body("contributions", contains(1))
                .body("tells.kind", contains("CHANGED", "CHANGED"));
        organiser
                .delete("/presenters/" + bob + DRY)
                .statusCode(200)
                .body("tells.presenter.name", contains("Ada LEE"))
                .body("tells.kind", contains("CHANGED"));
        organiser.get("/presenters/" + bob).statusCode(200).body("contributions", contains(1));
    }

    @Test
    void anotherTimeZoneTellsPresentersAndChairs() {
        place();
        var session = UUID.randomUUID();
        send("session", "session.v1.scheduled.example.json", session);

        await().untilAsserted(() -> organiser
                .patch(DRY, "{\"timeZone\":\"Europe/London\"}")
                .statusCode(200)
                .body("timeZone", equalTo("Europe/London"))
                .body("tells.presenter.name", contains("Ada LEE", "Bob RAY", "Ada LEE"))
                .body("tells[2].session.id", equalTo(session.toString()))
                .body("tells.kind", contains("CHANGED", "CHANGED", "CHANGED")));
        organiser.get("").body("timeZone", equalTo("Europe/Paris"));
    }

    @Test
    void anImportSaysWhomItTells() {
        var file = "id,title,presenters\n1,%s,Ada LEE; Bob RAY\n";
        organiser.importFile("format=csv", file.formatted("Bells").getBytes(StandardCharsets.UTF_8));
        place();

        organiser
                .importFile("format=csv&dryRun=true", file.formatted("Clocks").getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("tells.kind", contains("CHANGED", "CHANGED"));
        organiser.get("/contributions/1").body("title", equalTo("Bells"));
    }

    @Test
    void anAnswerCanBeSentBack() {
        var answer = organiser
                .patch("/contributions/1", "{\"title\":\"Clocks\"}")
                .extract()
                .asString();

        organiser
                .request()
                .header("If-Match", "\"3\"")
                .body(answer)
                .put("/catalog/conferences/" + organiser.slug() + "/contributions/1")
                .then()
                .statusCode(200)
                .body("revision", equalTo(3));
    }

    @Test
    void aDryRunInTheBodyIsRefused() {
        organiser
                .patch("/contributions/1", "{\"title\":\"Clocks\",\"dryRun\":true}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dryRun"))
                .body("errors[0].detail", equalTo("A dry run is asked for in the query: ?dryRun=true"));
        organiser
                .put("/contributions/1/withdrawal", "{\"dryRun\":true}")
                .statusCode(400)
                .body("errors[0].detail", equalTo("A dry run is asked for in the query: ?dryRun=true"));
    }

    /** Waits until the place is known. */
    private void place() {
        send("slot", "slot.v1.scheduled.example.json", talk);
        await().untilAsserted(() -> withdraw(DRY).body("tells", hasSize(2)));
    }

    private ValidatableResponse withdraw(String query) {
        return organiser.put("/contributions/1/withdrawal" + query, "{}").statusCode(200);
    }

    private ValidatableResponse presentedBy(UUID... presenters) {
        var ids = String.join(
                "\"},{\"id\":\"", Arrays.stream(presenters).map(UUID::toString).toList());
        return organiser.patch("/contributions/1", "{\"presenters\":[{\"id\":\"" + ids + "\"}]}");
    }

    /** As the schedule's contract has it, of a talk or session of this conference that Ada chairs. */
    private void send(String topic, String example, UUID id) {
        try {
            var event = Files.readString(EVENTS.resolve(example))
                    .replace("0b8f3f8e-5c0a-4c5e-9d0e-000000000003", id.toString())
                    .replace("0b8f3f8e-5c0a-4c5e-9d0e-000000000007", id.toString())
                    .replace("0b8f3f8e-5c0a-4c5e-9d0e-000000000004", ada.toString())
                    .replace(
                            "0b8f3f8e-5c0a-4c5e-9d0e-000000000001",
                            organiser.conferenceId().toString());
            TopicWriter.write(
                    "lectern.schedule." + topic + ".v1",
                    id.toString(),
                    "dev.lectern." + topic + ".v1",
                    event.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
