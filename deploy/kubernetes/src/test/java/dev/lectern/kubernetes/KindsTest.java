package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

    @Test
    void everyFieldIsOneOfItsKind() {
        assertThat(Kinds.faults(Manifests.base())).isEmpty();
        assertThat(Kinds.faults(Kustomization.of("large").manifests())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, catalog-service, /spec/template/spec/containers/0/readinesProbe",
        "Deployment, catalog-service, /spec/template/spec/securityContext/readOnlyRootFilesystem",
        "Service, schedule-service, /spec/ports/0/portName",
        "NetworkPolicy, dns, /spec/egress/0/from",
        "PodDisruptionBudget, catalog-service, /spec/maxUnavailble",
        "HTTPRoute, lectern, /spec/rules/0/backends",
        "PodMonitor, lectern, /spec/podMetricsEndpoints/0/portName",
        "Kafka, lectern, /spec/kafka/replicas",
        "Kafka, lectern, /spec/kafka/listeners/0/authentification",
        "KafkaTopic, lectern.schedule.slot.v1, /spec/partition",
        "KafkaUser, catalog-service, /spec/authorization/acls/0/resources"
    })
    void aFieldThatTheKindDoesNotHaveIsRefused(String kind, String name, String field) {
        assertThat(Kinds.faults(Manifests.base().with(kind, name, field, "x"))).hasSize(1);
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        var broken = Manifests.base().with("KafkaTopic", "lectern.schedule.slot.v1", "/spec/partitions", "three");
        assertThat(Kinds.faults(broken)).hasSize(1);
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThat(Kinds.faults(Manifests.read("apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: old}")))
                .isEqualTo(List.of("Deployment/old: unknown kind apps/v1beta1 Deployment"));
    }
}
