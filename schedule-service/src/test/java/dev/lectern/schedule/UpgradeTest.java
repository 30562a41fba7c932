package dev.lectern.schedule;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.chassis.testing.Upgrades;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = BackingServices.LEFT_BY_LAST_RELEASE, value = "schedule"))
class UpgradeTest {

    @Test
    void whatTheLastReleaseLeftIsServedAndCanBeChanged() {
        given().auth()
                .oauth2(TestTokens.organiser("ada@conf.example"))
                .get("/schedule/conferences/clocks")
                .then()
                .statusCode(200)
                .body("published", equalTo(true))
                .body("slots.contribution.number", contains(2));
        given().auth()
                .oauth2(TestTokens.organiser("ada@conf.example"))
                .contentType("application/json")
                .body("{\"room\":\"tower\",\"startsAt\":\"2027-03-03T16:00\"}")
                .put("/schedule/conferences/clocks/slots/2")
                .then()
                .statusCode(200);
    }

    @Test
    void whatEachEarlierReleaseLeftBecomesWhatANewDatabaseIs() throws IOException, SQLException {
        Upgrades.check("schedule");
    }

    @Test
    void replicasOfTheLastReleaseCanGoOnBesideNewMigrations() throws IOException, SQLException {
        Upgrades.checkMigrations("schedule");
    }
}
