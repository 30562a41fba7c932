package dev.lectern.catalog.audience;

import dev.lectern.chassis.events.EventConsumption;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ScheduleEvents {

    private final EventConsumption consumption;

    ScheduleEvents(EventConsumption consumption) {
        this.consumption = consumption;
    }

    @Incoming("events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        consumption.consume(batch);
    }
}
