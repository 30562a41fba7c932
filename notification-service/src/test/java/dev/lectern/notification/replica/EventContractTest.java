package dev.lectern.notification.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.events.EventConsumption;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Every example of the events read here, as their owners keep them, goes through the real handlers. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class EventContractTest {

    private static final Map<String, String> OWNERS = Map.of(
            "conference", "catalog",
            "contribution", "catalog",
            "presenter", "catalog",
            "address", "catalog",
            "slot", "schedule",
            "session", "schedule");

    private final EventConsumption consumption;

    EventContractTest(EventConsumption consumption) {
        this.consumption = consumption;
    }

    @Test
    void everyExampleIsUnderstood() {
        OWNERS.forEach((aggregate, owner) -> {
            var examples = examples(owner, aggregate);
            assertThat(examples).as(aggregate).isNotEmpty();
            examples.forEach(example -> consume(owner, aggregate, example));
        });
        assertThat(parked()).isEmpty();
    }

    private void consume(String owner, String aggregate, byte[] example) {
        var topic = "lectern." + owner + "." + aggregate + ".v1";
        var headers = new RecordHeaders()
                .add("ce_type", ("dev.lectern." + aggregate + ".v1").getBytes(StandardCharsets.UTF_8));
        var record = new ConsumerRecord<>(
                topic,
                0,
                Long.MAX_VALUE,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                example,
                headers,
                java.util.Optional.<Integer>empty());
        consumption.consume(new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(record)), Map.of()));
    }

    private static List<byte[]> examples(String owner, String aggregate) {
        try (Stream<Path> files = Files.list(folder(owner))) {
            return files.filter(
                            file -> file.getFileName().toString().matches(aggregate + "\\.v1\\..*\\.example\\.json"))
                    .map(EventContractTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String owner) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return Path.of(loader.getResource("events/" + owner + "-service").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> parked() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery(
                                "select topic || ' ' || reason from parked_record where key = 'key'", String.class)
                        .getResultList());
    }
}
