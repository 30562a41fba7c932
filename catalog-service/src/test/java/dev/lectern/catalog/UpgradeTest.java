package dev.lectern.catalog;

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
        initArgs = @ResourceArg(name = BackingServices.LEFT_BY_LAST_RELEASE, value = "catalog"))
class UpgradeTest {

    @Test
    void whatTheLastReleaseLeftIsServedAndCanBeChanged() {
        given().auth()
                .oauth2(TestTokens.organiser("ada@conf.example"))
                .get("/catalog/conferences/clocks/contributions")
                .then()
                .statusCode(200)
                .body("items.number", contains(2))
                .body("items[0].presenters.name", contains("Éloïse DUPONT"));
        given().auth()
                .oauth2(TestTokens.organiser("ada@conf.example"))
                .contentType("application/json")
                .body("{\"title\":\"Why bells are on time\"}")
                .patch("/catalog/conferences/clocks/contributions/2")
                .then()
                .statusCode(200)
                .body("title", equalTo("Why bells are on time"));
    }

    @Test
    void whatEachEarlierReleaseLeftBecomesWhatANewDatabaseIs() throws IOException, SQLException {
        Upgrades.check("catalog");
    }

    @Test
    void replicasOfTheLastReleaseCanGoOnBesideNewMigrations() throws IOException, SQLException {
        Upgrades.checkMigrations("catalog");
    }
}
