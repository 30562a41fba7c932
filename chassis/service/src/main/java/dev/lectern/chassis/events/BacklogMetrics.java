package dev.lectern.chassis.events;

import dev.lectern.chassis.database.Sample;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * What waits between this service and the others, for its metrics: events to be sent and records that could not be
 * applied. How many records have not been read yet, Kafka's own metrics tell
 * ({@code kafka_consumer_fetch_manager_records_lag_max}).
 */
@ApplicationScoped
class BacklogMetrics {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String BACKLOG = """
            select (select count(*) from outbox) as depth,
                   (select cast(coalesce(extract(epoch from now() - min(created_at)), 0) as double precision) from outbox) as age,
                   (select count(*) from parked_record) as parked""";

    private record Backlog(double depth, double age, double parked) {

        /** While the database is away. */
        private static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN);
    }

    private final EntityManager entities;
    private final MeterRegistry metrics;
    private final Sample<Backlog> backlog = new Sample<>(this::look, Backlog.UNKNOWN, FRESH);

    BacklogMetrics(EntityManager entities, MeterRegistry metrics) {
        this.entities = entities;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        gauge("lectern.outbox.depth", "Events that are stored and not sent yet", Backlog::depth)
                .register(metrics);
        gauge("lectern.outbox.age", "How long the oldest event has waited to be sent", Backlog::age)
                .baseUnit("seconds")
                .register(metrics);
        gauge(
                        "lectern.records.parked",
                        "Records that could not be applied, and are tried again at the next start or when asked",
                        Backlog::parked)
                .register(metrics);
    }

    private Gauge.Builder<Sample<Backlog>> gauge(String name, String help, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, backlog, sample -> value.applyAsDouble(sample.now()))
                .description(help);
    }

    private Backlog look() {
        var row = (Tuple) entities.createNativeQuery(BACKLOG, Tuple.class).getSingleResult();
        return new Backlog(
                row.get("depth", Number.class).doubleValue(),
                row.get("age", Number.class).doubleValue(),
                row.get("parked", Number.class).doubleValue());
    }
}
