package dev.lectern.chassis.testing;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a topic from its start, without a consumer group. */
public final class TopicReader {

    private final String topic;

    private TopicReader(String topic) {
        this.topic = topic;
    }

    public static TopicReader of(String topic) {
        return new TopicReader(topic);
    }

    /** Waits until the topic has at least so many records with this key, and returns all of them in order. */
    public List<ConsumerRecord<String, byte[]>> awaitRecords(UUID key, int atLeast) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> records(key), found -> found.size() >= atLeast);
    }

    /**
     * Waits until the topic has this revision of an aggregate, and returns all records of it in order. Earlier ones may
     * be missing, where they were forgotten before they were sent.
     */
    public List<ConsumerRecord<String, byte[]>> awaitRevision(UUID key, long revision) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> records(key), found -> found.stream().anyMatch(record -> isOf(revision, record)));
    }

    private static boolean isOf(long revision, ConsumerRecord<String, byte[]> record) {
        return record.value() != null
                && new String(record.value(), StandardCharsets.UTF_8)
                        .matches("(?s).*\"revision\":" + revision + "[,}].*");
    }

    /** The records with this key that the topic has now, in order. */
    public List<ConsumerRecord<String, byte[]>> records(UUID key) {
        return records().stream()
                .filter(record -> key.toString().equals(record.key()))
                .toList();
    }

    /** Every record that the topic has now; in order within a partition. */
    public List<ConsumerRecord<String, byte[]>> records() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer, consumer.endOffsets(partitions));
        }
    }

    private List<ConsumerRecord<String, byte[]>> readTo(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                    .forEach(found::add);
        }
        return found;
    }
}
