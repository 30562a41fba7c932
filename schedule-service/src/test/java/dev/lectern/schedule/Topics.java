package dev.lectern.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.testing.TopicWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The real topics, from outside. */
public final class Topics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLOTS = "lectern.schedule.slot.v1";
    private static final String SESSIONS = "lectern.schedule.session.v1";

    private Topics() {}

    public static void send(String topic, String key, byte[] value) {
        TopicWriter.write(topic, key, null, value);
    }

    /** What has been told of a slot so far, oldest first. */
    public static List<JsonNode> slotEvents(UUID contribution) {
        return events(SLOTS, contribution);
    }

    /** What has been told of a session so far, oldest first. */
    public static List<JsonNode> sessionEvents(UUID session) {
        return events(SESSIONS, session);
    }

    private static List<JsonNode> events(String topic, UUID key) {
        try (var consumer = new KafkaConsumer<>(brokers(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<JsonNode>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(key.toString())) {
                        found.add(read(record.value()));
                    }
                }
            }
            return found;
        }
    }

    private static JsonNode read(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> brokers() {
        return Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }
}
