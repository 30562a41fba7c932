package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventConsumption;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Where the catalog's and the schedule's events come in, once the baseline is made. */
@ApplicationScoped
class IncomingEvents {

    private final EventConsumption consumption;

    IncomingEvents(EventConsumption consumption) {
        this.consumption = consumption;
    }

    @Incoming("events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        consumption.consume(batch);
    }
}
