package dev.lectern.chassis.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The Kafka client itself, not a channel: the framework's channels turn idempotence off and retry on their own, which
 * reorders. CloudEvents in binary mode, and the trace (W3C Trace Context) in the header where tracers look for it.
 */
@ApplicationScoped
class EventProducer {

    private static final int MAX_BLOCK_MILLIS = 3_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 3_000;
    private static final int DELIVERY_TIMEOUT_MILLIS = 6_000;

    /** What a relay began to send that long ago has arrived, or never will. */
    static final Duration LONGEST = Duration.ofMillis(MAX_BLOCK_MILLIS + DELIVERY_TIMEOUT_MILLIS + 1_000);

    private final URI source;
    private final KafkaProducer<String, byte[]> producer;

    /** @param broker where it is and how one is let in: all of {@code kafka.*}, as the channels have it */
    EventProducer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        source = URI.create("/lectern/" + service);
        var settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                service + "-outbox",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                "true",
                // The relay keeps its rows and tries again, so failing early only frees its transaction.
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                MAX_BLOCK_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                REQUEST_TIMEOUT_MILLIS,
                ProducerConfig.LINGER_MS_CONFIG,
                "0",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                DELIVERY_TIMEOUT_MILLIS));
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    Future<RecordMetadata> send(OutboxEvent event) {
        ProducerRecord<String, byte[]> message = KafkaMessageFactory.<String>createWriter(event.topic(), event.key())
                .writeBinary(cloudEvent(event));
        message.headers().add("traceparent", event.traceParent().getBytes(StandardCharsets.US_ASCII));
        return producer.send(message);
    }

    private CloudEvent cloudEvent(OutboxEvent event) {
        return CloudEventBuilder.v1()
                .withId(Long.toString(event.id()))
                .withSource(source)
                .withType(event.type())
                .withSubject(event.key())
                .withTime(event.createdAt())
                .withDataContentType("application/json")
                .withData(event.payload())
                .build();
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
