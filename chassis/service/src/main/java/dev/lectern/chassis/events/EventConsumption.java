package dev.lectern.chassis.events;

import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.problem.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Restorations restorations;
    private final MeterRegistry metrics;

    EventConsumption(
            @All List<EventHandler<?>> handlers,
            ParkedRecords parked,
            CaughtUp caughtUp,
            Restorations restorations,
            MeterRegistry metrics) {
        this.handlers = handlers.stream()
                .collect(Collectors.toMap(handler -> handler.topic().name(), Function.identity()));
        this.parked = parked;
        this.caughtUp = caughtUp;
        this.restorations = restorations;
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
                .forEach((topic, ofTopic) -> apply(handler(topic), ofTopic));
    }

    /** An earlier release may have parked what this one does not read. */
    private EventHandler<?> handler(String topic) {
        var handler = handlers.get(topic);
        if (handler == null) {
            throw new NotRead();
        }
        return handler;
    }

    private static final class NotRead extends RuntimeException {}

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
            } else if (record.isOf(Restoration.TYPE)) {
                restorations.note(record);
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

    /**
     * Applies a parked record and forgets it, or keeps why that is still not possible. Who applies one that others have
     * applied or given up meanwhile undoes it: a state that is known already does no harm, but what is deleted since
     * must not come back.
     *
     * @return false where it stays parked
     * @throws Refused 404 where it is there no more
     */
    boolean retry(ParkedRecords.Parked waiting) {
        var record = waiting.record();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                apply(List.of(record));
                if (!parked.forget(waiting.id())) {
                    throw new GoneMeanwhile();
                }
            });
            LOG.infof("parked record applied topic=%s offset=%d", record.topic(), record.offset());
            return true;
        } catch (GoneMeanwhile e) {
            throw ParkedRecords.gone();
        } catch (RuntimeException e) {
            if (DatabaseErrors.isTransient(e)) {
                throw e;
            }
            QuarkusTransaction.requiringNew().run(() -> parked.keep(waiting.id(), reason(e)));
            return false;
        }
    }

    private static final class GoneMeanwhile extends RuntimeException {}

    /** Again and again while the database is away. */
    static void retrying(Runnable work) {
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
