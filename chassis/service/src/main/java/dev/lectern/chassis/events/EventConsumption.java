package dev.lectern.chassis.events;

import dev.lectern.chassis.database.DatabaseErrors;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies records to the service's state: the records of one partition in one transaction. When the database is away it
 * tries again for as long as it takes; when a record is to blame it replays the batch one by one and parks what still
 * fails.
 */
@ApplicationScoped
public class EventConsumption {

    private static final Logger LOG = Logger.getLogger(EventConsumption.class);
    private static final String TYPE_HEADER = "ce_type";
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    private final Map<String, EventHandler<?>> handlers;
    private final ParkedRecords parked;
    private final CaughtUp caughtUp;
    private final MeterRegistry metrics;

    EventConsumption(
            @All List<EventHandler<?>> handlers, ParkedRecords parked, CaughtUp caughtUp, MeterRegistry metrics) {
        this.handlers = handlers.stream()
                .collect(Collectors.toMap(handler -> handler.topic().name(), Function.identity()));
        this.parked = parked;
        this.caughtUp = caughtUp;
        this.metrics = metrics;
    }

    /** Returns when every record is applied, ignored or parked; only then may the batch be acknowledged. */
    public void consume(ConsumerRecords<String, byte[]> batch) {
        for (var partition : batch.partitions()) {
            consume(batch.records(partition).stream()
                    .map(EventConsumption::received)
                    .toList());
        }
    }

    /** What was parked may make sense to this release. */
    void retryParked(@Observes StartupEvent started) {
        for (var waiting : parked.all()) {
            if (handlers.containsKey(waiting.record().topic())) {
                retrying(() -> retry(waiting));
            }
        }
    }

    /** Consumes the records of one partition. */
    private void consume(List<ReceivedRecord> records) {
        var last = records.get(records.size() - 1);
        retrying(() -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    apply(records);
                    caughtUp.applied(last);
                });
            } catch (RuntimeException e) {
                if (DatabaseErrors.isTransient(e)) {
                    throw e;
                }
                records.forEach(record -> retrying(() -> applyOrPark(record)));
                QuarkusTransaction.requiringNew().run(() -> caughtUp.applied(last));
            }
        });
    }

    private void apply(List<ReceivedRecord> records) {
        records.stream()
                .collect(Collectors.groupingBy(ReceivedRecord::topic))
                .forEach((topic, ofTopic) -> apply(handlers.get(topic), ofTopic));
    }

    /** The events of one key one after another, those of different keys together. */
    private <E> void apply(EventHandler<E> handler, List<ReceivedRecord> records) {
        var topic = handler.topic();
        var rounds = new ArrayList<List<E>>();
        var told = new HashMap<String, Integer>();
        for (var record : records) {
            if (record.isOf(topic.type())) {
                var round = told.merge(record.key(), 1, Integer::sum);
                if (round > rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round - 1).add(record.read(topic.event()));
            } else {
                counter("lectern.events.ignored", "Records of a type that nobody here reads", record)
                        .increment();
            }
        }
        handler.lock(rounds.stream().flatMap(List::stream).toList());
        rounds.forEach(handler::accept);
    }

    private Counter counter(String name, String help, ReceivedRecord record) {
        return Counter.builder(name)
                .description(help)
                .tag("topic", record.topic())
                .register(metrics);
    }

    private void applyOrPark(ReceivedRecord record) {
        try {
            QuarkusTransaction.requiringNew().run(() -> apply(List.of(record)));
        } catch (RuntimeException e) {
            if (DatabaseErrors.isTransient(e)) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> parked.park(record, reason(e)));
            counter("lectern.events.parked", "Records that could not be applied", record)
                    .increment();
            LOG.errorf(
                    "record parked topic=%s partition=%d offset=%d reason=%s",
                    record.topic(), record.partition(), record.offset(), reason(e));
        }
    }

    private void retry(ParkedRecords.Parked waiting) {
        var record = waiting.record();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                apply(List.of(record));
                parked.forget(waiting);
            });
        } catch (RuntimeException e) {
            if (DatabaseErrors.isTransient(e)) {
                throw e;
            }
            LOG.debugf("record stays parked topic=%s offset=%d", record.topic(), record.offset());
        }
    }

    private static void retrying(Runnable work) {
        for (var wait = FIRST_WAIT_MILLIS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS)) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!DatabaseErrors.isTransient(e)) {
                    throw e;
                }
                LOG.warnf("database unavailable, trying again waitMillis=%d", wait);
                pause(wait);
            }
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the database was away", e);
        }
    }

    /** Never the exception's message: it may quote the payload. */
    private static String reason(RuntimeException e) {
        return DatabaseErrors.constraint(e).orElse(e.getClass().getSimpleName());
    }

    private static ReceivedRecord received(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader(TYPE_HEADER);
        return new ReceivedRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                type == null ? null : new String(type.value(), StandardCharsets.UTF_8),
                record.value());
    }
}
