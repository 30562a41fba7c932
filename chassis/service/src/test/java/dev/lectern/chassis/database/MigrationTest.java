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

    /** While one release follows another, and where one goes back to the release before. */
    @Test
    void aReplicaStartsOnADatabaseThatANewerReleaseHasMigrated() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                                insert into flyway_schema_history
                                (installed_rank, version, description, type, script, installed_by, execution_time, success)
                                values (1001, '0.99', 'of the chassis', 'SQL', 'V0_99__later.sql', 'newer', 1, true),
                                       (1002, '99', 'of the service', 'SQL', 'V99__later.sql', 'newer', 1, true)""").executeUpdate());
        try {
            assertThat(flyway.migrate().migrations).isEmpty();
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(
                                    "delete from flyway_schema_history where installed_by = 'newer'")
                            .executeUpdate());
        }
    }

    private void asBeforeVersion03() {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("drop table kept_answer").executeUpdate();
            entities.createNativeQuery("delete from flyway_schema_history where version in ('0.3', '0.4')")
                    .executeUpdate();
        });
    }
}
