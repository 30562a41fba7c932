package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {

    private static Definitions definitions;

    @BeforeAll
    static void definitionsAreThere() {
        var found = Definitions.found();
        assumeTrue(found.isPresent(), "there are no custom resource definitions");
        definitions = found.get();
    }

    @Test
    void whatOperatorsReadIsWhatTheyKnow() {
        var manifests = Kustomization.of("large").manifests();
        assertThat(definitions.faults(manifests)).isEmpty();
        assertThat(manifests.all().stream().filter(definitions::know).map(Manifest::kind))
                .contains("Kafka", "KafkaNodePool", "KafkaTopic", "KafkaUser", "Cluster", "ScheduledBackup");
    }

    @ParameterizedTest
    @CsvSource({
        "Cluster, catalog-database, /spec/replicas, 3",
        "Cluster, catalog-database, /spec/instances, three",
        "Cluster, catalog-database, /spec/postgresql/synchronous/method, quorum",
        "Cluster, catalog-database, /spec/instances,",
        "ScheduledBackup, schedule-database, /spec/method, barman",
        "Kafka, lectern, /spec/zookeeper, x",
        "Kafka, lectern, /spec/kafka/listeners/0/type, external",
        "KafkaNodePool, nodes, /spec/roles/0, zookeeper",
        "KafkaTopic, lectern.schedule.slot.v1, /spec/partition, 3",
        "KafkaUser, catalog-service, /spec/authorization/acls/0/operations/0, Append",
        "KafkaUser, catalog-service, /spec/authorization/acls/0/operation, Write"
    })
    void whatTheyDoNotKnowIsRefused(String kind, String name, String field, String value) {
        assertThat(definitions.faults(Manifests.base().with(kind, name, field, value)))
                .isNotEmpty();
    }
}
