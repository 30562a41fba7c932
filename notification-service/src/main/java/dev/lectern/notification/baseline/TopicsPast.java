package dev.lectern.notification.baseline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their start up to given offsets, outside any consumer group. */
class TopicsPast implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;

    /** @param brokers where they are, and how one is let in */
    TopicsPast(Map<String, Object> brokers) {
        var settings = new HashMap<>(brokers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Where each partition ends now, by {@code topic/partition}. */
    Map<String, Long> ends(List<String> topics) {
        var partitions =
                topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
        return consumer.endOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(end -> name(end.getKey()), Map.Entry::getValue));
    }

    /** Hands on all records below the ends. A partition that has arrived waits for the others. */
    void read(Map<String, Long> ends, Consumer<ConsumerRecords<String, byte[]>> handler) {
        var waiting = ends.keySet().stream().map(TopicsPast::partition).collect(Collectors.toSet());
        consumer.assign(waiting);
        consumer.seekToBeginning(waiting);
        waiting.removeIf(partition -> hasArrived(partition, ends));
        while (!waiting.isEmpty()) {
            handler.accept(past(consumer.poll(POLL), ends));
            waiting.removeIf(partition -> hasArrived(partition, ends));
        }
    }

    private boolean hasArrived(TopicPartition partition, Map<String, Long> ends) {
        var arrived = consumer.position(partition) >= ends.get(name(partition));
        if (arrived) {
            consumer.pause(List.of(partition));
        }
        return arrived;
    }

    private static ConsumerRecords<String, byte[]> past(
            ConsumerRecords<String, byte[]> polled, Map<String, Long> ends) {
        var past = polled.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> below(ends.get(name(partition)), polled.records(partition))));
        return new ConsumerRecords<>(past, polled.nextOffsets());
    }

    private static List<ConsumerRecord<String, byte[]>> below(long end, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> record.offset() < end).toList();
    }

    private List<TopicPartition> partitions(String topic) {
        var partitions = consumer.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic);
        }
        return partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static String name(TopicPartition partition) {
        return partition.topic() + "/" + partition.partition();
    }

    private static TopicPartition partition(String name) {
        var slash = name.lastIndexOf('/');
        return new TopicPartition(name.substring(0, slash), Integer.parseInt(name.substring(slash + 1)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
