package dev.lectern.chassis.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes straight into a topic, as its producer would or as it never should. */
public final class TopicWriter {

    private static String connectedTo;
    private static KafkaProducer<String, byte[]> producer;

    private TopicWriter() {}

    /** @param type the CloudEvents type; null sends none */
    public static void write(String topic, String key, String type, byte[] value) {
        write(topic, null, key, type, value);
    }

    /** Writes what belongs to a trace. */
    public static void write(String topic, String key, String type, byte[] value, String traceParent) {
        var message = new ProducerRecord<>(topic, key, value);
        message.headers().add(new RecordHeader("traceparent", traceParent.getBytes(StandardCharsets.US_ASCII)));
        write(message, type);
    }

    /** Writes into a partition of one's choice. */
    public static void write(String topic, Integer partition, String key, String type, byte[] value) {
        write(new ProducerRecord<>(topic, partition, key, value), type);
    }

    private static void write(ProducerRecord<String, byte[]> message, String type) {
        if (type != null) {
            message.headers().add(new RecordHeader("ce_type", type.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            producer().send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not take the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One for all tests with the same broker: a new one costs more than most of them. */
    private static synchronized KafkaProducer<String, byte[]> producer() {
        var brokers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        if (!brokers.equals(connectedTo)) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
            connectedTo = brokers;
        }
        return producer;
    }
}
