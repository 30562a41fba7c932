package dev.lectern.notification.briefing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lectern.chassis.events.EventJson;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Writes to the real topics. */
public final class Topics {

    private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private Topics() {}

    static void send(String topic, UUID key, Object event) {
        send(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class), topic, key, event);
    }

    public static void send(String brokers, String topic, UUID key, Object event) {
        try {
            PRODUCERS
                    .computeIfAbsent(brokers, Topics::producer)
                    .send(new ProducerRecord<>(topic, key.toString(), EventJson.MAPPER.writeValueAsBytes(event)))
                    .get();
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer(String brokers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
    }
}
