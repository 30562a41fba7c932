package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasesTest {

    @Test
    void databasesKeepWhatTheyAreGiven() {
        assertThat(Databases.faults(Kustomization.of("large").manifests())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/spec/instances, 2, may lose what was answered with success",
        "/spec/postgresql/synchronous,, may lose what was answered with success",
        "/spec/postgresql/synchronous/dataDurability, preferred, may lose what was answered with success",
        "/spec/bootstrap/initdb/builtinLocale, C, sorts otherwise than the one-machine stack",
        "/spec/bootstrap/initdb/localeProvider, icu, sorts otherwise than the one-machine stack",
        "/spec/plugins,, archives no log"
    })
    void aDatabaseThatMightNotIsTold(String pointer, String value, String fault) {
        var broken = Manifests.base().with("Cluster", "catalog-database", pointer, value);
        assertThat(Databases.faults(broken)).containsExactly("Cluster/catalog-database " + fault);
    }

    @Test
    void aDatabaseWithoutBackupIsTold() {
        assertThat(Databases.faults(Manifests.base().without("ScheduledBackup", "catalog-database")))
                .containsExactly("Cluster/catalog-database has no backup");
    }

    @Test
    void moreReplicasThanConnectionsAreTold() {
        var broken = Kustomization.of("large")
                .manifests()
                .with("HorizontalPodAutoscaler", "schedule-service", "/spec/maxReplicas", 12);
        assertThat(Databases.faults(broken))
                .containsExactly(
                        "HorizontalPodAutoscaler/schedule-service allows more replicas than their database has connections");
    }
}
