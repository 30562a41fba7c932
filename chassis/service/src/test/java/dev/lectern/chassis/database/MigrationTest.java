package dev.lectern.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class MigrationTest {

    @Inject
    Flyway flyway;

    @Inject
    EntityManager entities;

    @Test
    void aLaterMigrationOfTheChassisReachesADatabaseThatHasAServicesOwn() {
        asBeforeVersion03();

        var migrated = flyway.migrate();

        assertThat(migrated.migrations)
                .extracting(migration -> migration.version)
                .containsExactly("0.3", "0.4");
    }

    private void asBeforeVersion03() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("drop table kept_answer").executeUpdate();
            entities.createNativeQuery("delete from flyway_schema_history where version in ('0.3', '0.4')")
                    .executeUpdate();
        });
    }
}
