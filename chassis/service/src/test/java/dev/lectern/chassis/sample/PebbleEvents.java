package dev.lectern.chassis.sample;

import dev.lectern.chassis.events.EventConsumption;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PebbleEvents {

    private final EventConsumption consumption;

    PebbleEvents(EventConsumption consumption) {
        this.consumption = consumption;
    }

    @Incoming("events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        consumption.consume(batch);
    }
}
