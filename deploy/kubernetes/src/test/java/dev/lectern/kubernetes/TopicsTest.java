package dev.lectern.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

    @Test
    void topicsAreThoseOfTheOneList() {
        assertThat(Topics.listed()).hasSizeGreaterThan(5);
        assertThat(Topics.of(Manifests.base())).isEqualTo(Topics.listed());
    }

    @ParameterizedTest
    @CsvSource({
        "/spec/partitions, 6",
        "/spec/config/cleanup.policy, delete",
        "/spec/config/max.compaction.lag.ms, 172800000",
        "/spec/config/retention.ms, 1000"
    })
    void aTopicWithOtherSettingsIsSeen(String pointer, String value) {
        var broken = Manifests.base().with("KafkaTopic", "lectern.catalog.presenter.v1", pointer, value);
        assertThat(Topics.of(broken)).isNotEqualTo(Topics.listed());
    }

    @Test
    void everyTopicIsOnThreeNodesOfWhichTwoHaveToAgree() {
        var base = Manifests.base();
        assertThat(base.ofKind("KafkaTopic").map(topic -> topic.text("/spec/replicas")))
                .containsOnly("3");
        var kafka = base.the("Kafka", "lectern");
        assertThat(kafka.at("/spec/kafka/config").get("min.insync.replicas").asInt())
                .isEqualTo(2);
        assertThat(kafka.at("/spec/kafka/config")
                        .get("auto.create.topics.enable")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void everyServiceMayDoWhatItDoesAndNothingElse() {
        assertThat(Topics.faults(Manifests.base())).isEmpty();
    }

    @Test
    void onlyTheCatalogAndNotificationKnowAddresses() {
        assertThat(Manifests.base()
                        .ofKind("KafkaUser")
                        .filter(user -> Topics.granted(user).stream().anyMatch(right -> right.contains(".address.")))
                        .map(Manifest::name))
                .containsExactlyInAnyOrder("catalog-service", "notification-service");
        assertThat(Topics.granted(Manifests.base().the("KafkaUser", "catalog-service")))
                .contains("Write topic lectern.catalog.address.v1")
                .doesNotContain("Read topic lectern.catalog.address.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "resource/name, lectern.catalog.address.v1, schedule-service has no need of: Write topic lectern.catalog.address.v1",
        "operations/0, All, schedule-service has no need of: All topic lectern.schedule.slot.v1",
        "resource/patternType, prefix, schedule-service has no need of: Write topic lectern.schedule.slot.v1*",
        "resource/name, lectern.schedule.agenda.v1, schedule-service needs: Write topic lectern.schedule.slot.v1"
    })
    void aRightTooManyOrTooFewIsTold(String pointer, String value, String fault) {
        var broken =
                Manifests.base().with("KafkaUser", "schedule-service", "/spec/authorization/acls/0/" + pointer, value);
        assertThat(Topics.faults(broken)).contains(fault);
    }

    @Test
    void noRuleOfKafkaHoldsWhereNobodyIsAsked() {
        assertThat(Manifests.base().the("Kafka", "lectern").text("/spec/kafka/authorization/type"))
                .isEqualTo("simple");
        assertThat(Manifests.base().the("Kafka", "lectern").at("/spec/kafka/listeners"))
                .allSatisfy(listener -> {
                    assertThat(listener.path("tls").asBoolean()).isTrue();
                    assertThat(listener.at("/authentication/type").asText()).isEqualTo("scram-sha-512");
                });
    }
}
