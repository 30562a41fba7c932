package dev.lectern.catalog.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lectern.catalog.CatalogClient;
import dev.lectern.catalog.presenter.AddressEvent;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(BackingServices.class)
class AddressResourceTest {

    private CatalogClient organiser;

    @BeforeEach
    void aConference() {
        organiser = CatalogClient.withConference();
    }

    @Test
    void everyoneInTheFileIsReachableAfterwards() {
        var bell = organiser.presenter("BELL", "Bo");
        var dupont = organiser.presenter("DUPONT", "Éloïse");
        var adams = organiser.presenter("ADAMS", "Ann");
        organiser.contribution("Clocks", bell);

        send("", """
                Number;Name;Affiliation;Email
                1;;Bell Labs;bo@conf.example
                ;dupont,  E\u0301LOI\u0308SE;Liège;eloise@liege.example
                ;Nobody;;
                ;Ann\u00a0Adams;;ann@conf.example
                1;Bo Bell;;bo@conf.example
                """)
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("updated", equalTo(3))
                .body("unchanged", equalTo(1))
                .body("skipped", equalTo(1))
                .body("ignoredColumns", contains("Affiliation"))
                .body("presenters.line", contains(2, 3, 5, 6))
                .body("presenters.id", contains(bell.toString(), dupont.toString(), adams.toString(), bell.toString()))
                .body("presenters[1].name", equalTo("Éloïse DUPONT"))
                .body("presenters.outcome", contains("UPDATED", "UPDATED", "UPDATED", "UNCHANGED"));

        organiser.get("/presenters?email=missing").body("items", empty());
        organiser.get("/presenters/" + dupont).body("email", equalTo("eloise@liege.example"));
        assertThat(events(dupont)).hasSize(2).last().asString().contains("\"email\":\"eloise@liege.example\"");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var bell = organiser.presenter("BELL", "Bo");
        send("", "name,email\nBo Bell,bo@conf.example\n").body("updated", equalTo(1));

        send("", "name,email\nBo Bell,bo@conf.example\n")
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(1));

        organiser.get("/presenters/" + bell).body("revision", equalTo(2));
        assertThat(events(bell)).hasSize(2);
    }

    @Test
    void aDryRunSaysAllOfItAndDoesNone() {
        var bell = organiser.presenter("BELL", "Bo");

        send("?dryRun=true", "name,email\nBo Bell,bo@conf.example\n")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("updated", equalTo(1));

        organiser.get("/presenters/" + bell).body("email", nullValue()).body("revision", equalTo(1));
        assertThat(TopicReader.of(AddressEvent.TOPIC).awaitRecords(bell, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9,,a@conf.example                        | no contribution
            two,,a@conf.example                      | not the number
            0x1,,a@conf.example                      | not the number
            99999999999,,a@conf.example              | not the number
            2,,a@conf.example                        | more than one presenter; give the name
            3,,a@conf.example                        | no presenter
            ,,a@conf.example                         | Whose address
            ,Nobody,a@conf.example                   | No presenter has this name
            ,Bo Bell,a@conf.example                  | More than one presenter has this name
            1,Ann Adams,a@conf.example               | No presenter of this contribution
            1,,a                                     | Not an e-mail address
            1,,é@conf.example                        | Only ASCII
            1,,=HYPERLINK(0)                         | Not an e-mail address
            1,,a@conf.example b@conf.example         | Only ASCII""")
    void aRowThatIsWrongOrInDoubtIsRefusedWithTheWholeFile(String row, String detail) {
        var bell = organiser.presenter("BELL", "Bo");
        var namesake = organiser.presenter("Bell", "Bo");
        var adams = organiser.presenter("ADAMS", "Ann");
        organiser.contribution("Clocks", bell);
        organiser
                .post(
                        "/contributions",
                        "{\"title\":\"Bells\",\"presenters\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}"
                                .formatted(namesake, adams))
                .statusCode(201);
        organiser.post("/contributions", "{\"title\":\"Nobody's\"}").statusCode(201);

        send("", "number,name,email\n,Ann Adams,ann@conf.example\n" + row + "\n")
                .statusCode(400)
                .body("type", equalTo("urn:lectern:problem:invalid-file"))
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].detail", containsString(detail))
                .body(not(containsString("conf.example")));

        organiser.get("/presenters?email=missing").body("items", hasSize(3));
    }

    @Test
    void aNumberSettlesWhichNamesakeIsMeant() {
        var bell = organiser.presenter("BELL", "Bo");
        var namesake = organiser.presenter("BELL", "Bo");
        organiser.contribution("Clocks", bell);

        send("", "number,name,email\n1,Bo BELL,bo@conf.example\n").statusCode(200);

        organiser.get("/presenters/" + bell).body("email", equalTo("bo@conf.example"));
        organiser.get("/presenters/" + namesake).body("email", nullValue());
    }

    @Test
    void twoAddressesForOnePresenterAreRefusedAtTheSecond() {
        organiser.presenter("BELL", "Bo");

        send("", "name,email\nBo Bell,bo@conf.example\n\"Bell, Bo\",bb@conf.example\n")
                .statusCode(400)
                .body("errors.line", contains(3))
                .body("errors[0].detail", containsString("Line 2"));
    }

    @Test
    void everyWrongLineIsListedUpToAHundred() {
        send("", "name,email\n" + "Nobody,a@conf.example\n".repeat(3)).body("errors.line", contains(2, 3, 4));

        send("", "name,email\n" + "Nobody,a@conf.example\n".repeat(101))
                .statusCode(400)
                .body("detail", equalTo("There are 101 errors; the first 100 are listed"))
                .body("errors", hasSize(100));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndSoAreParametersThatNobodyKnows() {
        send("", "x".repeat(1_000_001)).statusCode(413);
        send("?dryrun=true", "name,email\n").statusCode(400).body("errors.parameter", contains("dryrun"));
        send("", "").statusCode(400).body("type", equalTo("urn:lectern:problem:invalid-file"));
    }

    @Test
    void onlyAnOrganiserMaySendAddresses() {
        var viewer = organiser.someoneElse();
        organiser.put("/viewers/" + viewer.email()).statusCode(200);

        viewer.post("/presenters/addresses", "name,email\n").statusCode(403);
        organiser.someoneElse().post("/presenters/addresses", "name,email\n").statusCode(404);
    }

    private ValidatableResponse send(String query, String csv) {
        return organiser
                .request()
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/catalog/conferences/" + organiser.slug() + "/presenters/addresses" + query)
                .then();
    }

    private static java.util.List<String> events(UUID presenter) {
        return TopicReader.of(AddressEvent.TOPIC).awaitRecords(presenter, 2).stream()
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
