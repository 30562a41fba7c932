package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    @Test
    void everythingThatIsNamedIsThere() {
        assertThat(References.dangling(Manifests.base())).isEmpty();
        assertThat(References.dangling(Kustomization.of("large").manifests())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, catalog-service, /spec/template/spec/serviceAccountName, nobody, ServiceAccount nobody",
        "Deployment, catalog-service, /spec/template/spec/containers/0/envFrom/0/configMapRef/name, x, ConfigMap x",
        "Deployment, catalog-service, /spec/template/spec/containers/0/volumeMounts/2/name, x, volume x",
        "Deployment, catalog-service, /spec/template/spec/containers/0/livenessProbe/httpGet/port, x, port x",
        "Deployment, catalog-service, /spec/template/spec/volumes/0/projected/sources/0/secret/name, x, Secret x with password",
        "Deployment, catalog-service, /spec/template/spec/volumes/0/projected/sources/1/secret/items/0/key, jaas, Secret catalog-service with jaas",
        "Deployment, notification-service, /spec/template/spec/volumes/0/projected/sources/2/secret/items/0/key, login, Secret lectern-smtp with login",
        "Deployment, catalog-service, /spec/template/spec/volumes/1/projected/sources/0/secret/items/0/path, x, file /etc/lectern/trust/kafka.crt",
        "Deployment, catalog-service, /spec/template/spec/volumes/1/projected/sources/1/secret/items/0/path, x, file /etc/lectern/trust/database.crt",
        "Deployment, catalog-service, /spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name, x, 'pods with {\"matchLabels\":{\"app.kubernetes.io/name\":\"x\"}}'",
        "Deployment, catalog-service, /spec/template/spec/containers/0/env/1/value, schedule, 'database jdbc:postgresql://catalog-database-rw:5432/catalog?sslmode=verify-full&sslrootcert=/etc/lectern/trust/database.crt'",
        "Deployment, catalog-service, /spec/selector/matchLabels/app.kubernetes.io~1name, schedule-service, its own pods only",
        "ConfigMap, lectern, /data/KAFKA_BOOTSTRAP_SERVERS, kafka:9092, listener kafka:9092",
        "Service, schedule-service, /spec/ports/1/targetPort, agendas, port agendas",
        "Service, schedule-service, /spec/selector/app.kubernetes.io~1name, x, the pods of one Deployment",
        "HTTPRoute, lectern, /spec/rules/2/backendRefs/0/port, 8091, Service schedule-service with port 8091",
        "HTTPRoute, lectern, /spec/rules/0/backendRefs/0/name, catalogue, Service catalogue with port 8080",
        "HorizontalPodAutoscaler, catalog-service, /spec/scaleTargetRef/name, x, target x",
        "PodMonitor, lectern, /spec/podMetricsEndpoints/0/port, metrics, port metrics",
        "PodMonitor, lectern, /spec/selector/matchLabels/app.kubernetes.io~1part-of, x, 'pods with {\"matchLabels\":{\"app.kubernetes.io/part-of\":\"x\"}}'",
        "PodDisruptionBudget, catalog-service, /spec/selector/matchLabels/app.kubernetes.io~1name, x, 'pods with {\"matchLabels\":{\"app.kubernetes.io/name\":\"x\"}}'",
        "NetworkPolicy, services, /spec/podSelector/matchLabels/app.kubernetes.io~1part-of, x, 'pods with {\"matchLabels\":{\"app.kubernetes.io/part-of\":\"x\"}}'",
        "NetworkPolicy, services, /spec/ingress/0/ports/0/port, 8081, port 8081",
        "NetworkPolicy, catalog-service, /spec/egress/0/to/0/podSelector/matchLabels/cnpg.io~1cluster, x, 'pods with {\"matchLabels\":{\"cnpg.io/cluster\":\"x\"}}'",
        "NetworkPolicy, catalog-service, /spec/egress/0/ports/0/port, 5433, port 5433",
        "Cluster, catalog-database, /spec/plugins/0/parameters/barmanObjectName, x, ObjectStore x",
        "ScheduledBackup, catalog-database, /spec/cluster/name, x, Cluster x with barman-cloud.cloudnative-pg.io",
        "ObjectStore, lectern-backups, /spec/configuration/s3Credentials/accessKeyId/key, id, Secret lectern-backups with id",
        "KafkaTopic, lectern.schedule.slot.v1, /metadata/labels/strimzi.io~1cluster, x, Kafka x",
        "KafkaNodePool, nodes, /metadata/labels/strimzi.io~1cluster, x, Kafka x",
        "KafkaUser, catalog-service, /metadata/labels/strimzi.io~1cluster, x, Kafka x",
        "KafkaUser, catalog-service, /spec/authorization/acls/0/resource/name, x, KafkaTopic x"
    })
    void aNameOfNothingIsTold(String kind, String name, String pointer, String value, String missing) {
        var broken = Kustomization.of("large").manifests().with(kind, name, pointer, number(value));
        assertThat(References.dangling(broken)).anyMatch(fault -> fault.endsWith(": " + missing));
    }

    private static Object number(String value) {
        return value.chars().allMatch(Character::isDigit) ? Integer.valueOf(value) : value;
    }

    @Test
    void whatLosesItsTargetIsTold() {
        assertThat(Stream.of(
                                "Kafka/lectern",
                                "Service/catalog-service",
                                "Cluster/schedule-database",
                                "ConfigMap/lectern-mail")
                        .map(gone -> gone.split("/", 2))
                        .map(gone -> References.dangling(Manifests.base().without(gone[0], gone[1]))))
                .allSatisfy(dangling -> assertThat(dangling).isNotEmpty());
    }
}
