package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The stack's topics as an outsider reads and, to do harm, writes them. Both clients are kept, for each new one costs
 * a login.
 */
final class Topics {

    static final String CONFERENCE = "lectern.catalog.conference.v1";
    static final String CONTRIBUTION = "lectern.catalog.contribution.v1";

    static final String PRESENTER = "lectern.catalog.presenter.v1";

    /** The only one with presenters' addresses. */
    static final String ADDRESS = "lectern.catalog.address.v1";

    static final String SLOT = "lectern.schedule.slot.v1";

    static final String SESSION = "lectern.schedule.session.v1";

    static final String AGENDA = "lectern.schedule.agenda.v1";

    static final String SETTINGS = "lectern.notification.settings.v1";

    static final String AVAILABILITY = "lectern.notification.availability.v1";

    static final List<String> ALL =
            List.of(CONFERENCE, CONTRIBUTION, PRESENTER, ADDRESS, SLOT, SESSION, AGENDA, SETTINGS, AVAILABILITY);

    /** Marks what a test wrote, which no service has to answer for. */
    private static final String FORGED = "forged";

    private final Map<String, Object> brokers;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private KafkaProducer<String, byte[]> producer;

    Topics(JsonNode status) {
        brokers = settings(status);
        consumer = new KafkaConsumer<>(brokers, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Where the broker is, and how one is let in. */
    static Map<String, Object> settings(JsonNode status) {
        return Map.of(
                "bootstrap.servers",
                status.get("kafka").asText(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(
                                status.at("/broker/user").asText(),
                                status.at("/broker/password").asText()));
    }

    /** Everything that a topic has now; in order within a partition. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        return read(List.of(topic), new HashMap<>());
    }

    /** What all topics got since the last call. */
    List<ConsumerRecord<String, byte[]>> news() {
        return read(ALL, read);
    }

    private List<ConsumerRecord<String, byte[]>> read(List<String> topics, Map<TopicPartition, Long> from) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        var ends = consumer.endOffsets(partitions);
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(200)).forEach(found::add);
        }
        partitions.forEach(partition -> from.put(partition, consumer.position(partition)));
        return found;
    }

    /** Whether it is no state, but says that its service was restored. */
    static boolean isRestoration(ConsumerRecord<String, byte[]> record) {
        return Arrays.equals(
                record.headers().lastHeader("ce_type").value(),
                "dev.lectern.restoration.v1".getBytes(StandardCharsets.UTF_8));
    }

    static boolean isForged(ConsumerRecord<String, byte[]> record) {
        return record.headers().lastHeader(FORGED) != null;
    }

    /** Writes what a service could not have written, and marks it. */
    void write(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add(FORGED, new byte[0]);
        send(record);
    }

    /** Writes a state as its service would, but marked. */
    void writeState(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add(FORGED, new byte[0]).add("ce_type", type(topic));
        send(record);
    }

    /** Writes so that nobody can tell that it was no service. */
    void forge(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        record.headers().add("ce_type", type(topic));
        send(record);
    }

    /** The CloudEvents type: {@code dev.lectern.slot.v1}. */
    private static byte[] type(String topic) {
        return topic.replaceFirst("^lectern\\.[a-z]+", "dev.lectern").getBytes(StandardCharsets.UTF_8);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer().send(record).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            var settings = new HashMap<>(brokers);
            settings.put("max.request.size", 16_000_000);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }
}
