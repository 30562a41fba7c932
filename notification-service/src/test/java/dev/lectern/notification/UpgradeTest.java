package dev.lectern.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TestTokens;
import dev.lectern.chassis.testing.Upgrades;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeTest.AfterUpgrade.class)
class UpgradeTest {

    /** A start on a database of its own. */
    public static class AfterUpgrade extends WithoutDelivery {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(
                    BackingServices.class, Map.of(BackingServices.LEFT_BY_LAST_RELEASE, "notification")));
        }
    }

    @Test
    void whatTheLastReleaseLeftIsServedAndCanBeChanged() {
        given().auth()
                .oauth2(TestTokens.organiser("ada@conf.example"))
                .get("/notification/conferences/clocks/notices")
                .then()
                .statusCode(200)
                .body("items.state", contains("SENT", "SENT"));
        given().auth()
                .oauth2(TestTokens.organiser("ada@conf.example"))
                .contentType("application/json")
                .body("{\"quietPeriod\":\"PT1M\"}")
                .patch("/notification/conferences/clocks/settings")
                .then()
                .statusCode(200)
                .body("quietPeriod", equalTo("PT1M"));
    }

    @Test
    void whatEachEarlierReleaseLeftBecomesWhatANewDatabaseIs() throws IOException, SQLException {
        Upgrades.check("notification");
    }

    @Test
    void replicasOfTheLastReleaseCanGoOnBesideNewMigrations() throws IOException, SQLException {
        Upgrades.checkMigrations("notification");
    }
}
