package dev.lectern.schedule.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of agendas that other replicas have changed. What is told is asked of the database, so that a record that is
 * late, or comes twice, or is lost does no harm.
 */
@ApplicationScoped
class AgendaTopic {

    private final Sites sites;

    AgendaTopic(Sites sites) {
        this.sites = sites;
    }

    @Incoming("agendas")
    void consume(ConsumerRecords<String, byte[]> records) {
        sites.look();
    }
}
