package dev.lectern.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.process.ChildProcess;
import dev.lectern.stack.process.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    @TempDir
    private Path folder;

    private DataDirectory data;
    private Ports ports;
    private ChildProcess broker;

    @BeforeEach
    void start() throws Exception {
        data = new DataDirectory(folder);
        ports = Ports.choose(data, Optional.empty(), 1, (busy, free) -> {});
        broker = broker();
        broker.start();
    }

    private ChildProcess broker() {
        return new ChildProcess(
                new KafkaBroker(data, ports, List.of(new Topic("news", 2, Map.of("cleanup.policy", "compact")))),
                data,
                new Progress(new PrintStream(OutputStream.nullOutputStream())));
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    @Test
    void onlyWhoHasThePasswordIsLetIn() throws Exception {
        var account = BrokerAccount.of(data);

        assertThat(topics(account.settings())).containsExactly("news");
        assertThat(catchThrowable(() -> topics(new BrokerAccount(account.user(), "guessed").settings())))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThat(catchThrowable(() -> topics(new BrokerAccount("admin", account.password()).settings())))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThat(catchThrowable(() -> topics(Map.of()))).hasCauseInstanceOf(TimeoutException.class);
        assertThat(catchThrowable(() -> ask(Map.of("bootstrap.controllers", ports.address(Port.KAFKA_CONTROLLER)))))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aTopicIsAsTheListHasIt() throws Exception {
        var account = new HashMap<>(BrokerAccount.of(data).settings());
        account.put("bootstrap.servers", ports.address(Port.KAFKA));
        var news = new ConfigResource(ConfigResource.Type.TOPIC, "news");

        new KafkaBroker(data, ports, List.of(new Topic("news", 2, Map.of("max.compaction.lag.ms", "60000")))).furnish();

        try (var admin = admin(account)) {
            assertThat(admin.describeTopics(List.of("news"))
                            .allTopicNames()
                            .get()
                            .get("news")
                            .partitions())
                    .hasSize(2);
            var settings = admin.describeConfigs(List.of(news)).all().get().get(news);
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(settings.get("max.compaction.lag.ms").value()).isEqualTo("60000");
        }
    }

    private Iterable<String> topics(Map<String, String> account) throws Exception {
        var settings = new HashMap<>(account);
        settings.put("bootstrap.servers", ports.address(Port.KAFKA));
        try (var admin = admin(settings)) {
            return admin.listTopics().names().get();
        }
    }

    private static void ask(Map<String, String> settings) throws Exception {
        try (var admin = admin(settings)) {
            admin.describeCluster().nodes().get();
        }
    }

    private static Admin admin(Map<String, String> settings) {
        var patient = new HashMap<String, Object>(settings);
        patient.put("request.timeout.ms", 2_000);
        patient.put("default.api.timeout.ms", 4_000);
        return Admin.create(patient);
    }

    @Test
    void aServiceThatIsToRebuildHasReadNothingAfterTheNextStart() throws Exception {
        // Given
        var news = new TopicPartition("news", 0);
        try (var admin = KafkaBroker.admin(data, ports)) {
            for (var group : List.of("schedule-service", "catalog-service")) {
                admin.alterConsumerGroupOffsets(group, Map.of(news, new OffsetAndMetadata(7)))
                        .all()
                        .get();
            }
        }
        var rebuilds = new Rebuilds(data);
        broker.stop();
        rebuilds.note("schedule");
        rebuilds.note("notification");
        // When
        broker = broker();
        broker.start();
        // Then
        try (var admin = KafkaBroker.admin(data, ports)) {
            assertThat(offsets(admin, "schedule-service")).isEmpty();
            assertThat(offsets(admin, "catalog-service")).containsOnlyKeys(news);
        }
        assertThat(rebuilds.noted(List.of("catalog", "schedule", "notification")))
                .isEmpty();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Admin admin, String group) throws Exception {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }
}
