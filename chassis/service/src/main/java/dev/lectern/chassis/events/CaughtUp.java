package dev.lectern.chassis.events;

import dev.lectern.chassis.problem.Refused;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows whether all that was in the topics at a moment has been applied here, by whichever replica. So a request that
 * needs what another service has just told waits for exactly that.
 */
@ApplicationScoped
public class CaughtUp {

    private static final long GLANCE_MILLIS = 20;

    private final List<String> topics;
    private final String group;
    private final EntityManager entities;
    private final KafkaCluster cluster;

    CaughtUp(
            @All List<EventHandler<?>> handlers,
            EntityManager entities,
            KafkaCluster cluster,
            @ConfigProperty(name = "mp.messaging.incoming.events.group.id", defaultValue = "none") String group) {
        this.topics = handlers.stream().map(handler -> handler.topic().name()).toList();
        this.entities = entities;
        this.group = group;
        this.cluster = cluster;
    }

    /** Notes how far a partition has been applied, in the transaction that does it. */
    void applied(ReceivedRecord last) {
        entities.createNativeQuery("""
                        insert into consumed_position (topic, partition, next_offset, cluster) values (?1, ?2, ?3, ?4)
                        on conflict (topic, partition)
                        do update set next_offset = excluded.next_offset, cluster = excluded.cluster
                        where consumed_position.cluster <> excluded.cluster
                        or consumed_position.next_offset < excluded.next_offset""")
                .setParameter(1, last.topic())
                .setParameter(2, last.partition())
                .setParameter(3, last.offset() + 1)
                .setParameter(4, cluster.id())
                .executeUpdate();
    }

    /**
     * Waits, outside a transaction, for what is in the topics now, as long as some of it comes.
     *
     * @param stall how long nothing may come
     * @param progress is told how many records have been applied meanwhile, of how many
     * @throws Refused 503 when nothing more comes, or the broker cannot be asked
     */
    public void await(Duration stall, BiConsumer<Long, Long> progress) throws InterruptedException {
        var ends = ends();
        var before = committed(ends);
        var all = missing(ends, before);
        var missing = all;
        var deadline = System.nanoTime() + stall.toNanos();
        while (missing > 0) {
            progress.accept(all - missing, all);
            if (System.nanoTime() > deadline) {
                throw Refused.unavailable("The events of other services are on their way: %d of %d are still to come"
                        .formatted(missing, all));
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            var left = missing(ends, before);
            deadline = left < missing ? System.nanoTime() + stall.toNanos() : deadline;
            missing = left;
        }
    }

    private long missing(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> before) {
        var applied = QuarkusTransaction.requiringNew().call(this::applied);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(
                        0,
                        end.getValue()
                                - Math.max(
                                        applied.getOrDefault(end.getKey(), 0L), before.getOrDefault(end.getKey(), 0L))))
                .sum();
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private Map<TopicPartition, Long> applied() {
        List<Tuple> rows = entities.createNativeQuery(
                        "select topic, partition, next_offset from consumed_position where cluster = ?1", Tuple.class)
                .setParameter(1, cluster.id())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> new TopicPartition(row.get(0, String.class), row.get(1, Integer.class)),
                        row -> row.get(2, Long.class)));
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        try {
            var partitions = cluster.admin().describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
            return cluster.admin().listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException e) {
            throw Refused.unavailable("What other services told cannot be asked for");
        }
    }

    /** What earlier releases applied, who noted it with the broker only. */
    private Map<TopicPartition, Long> committed(Map<TopicPartition, Long> ends) throws InterruptedException {
        try {
            var committed = new HashMap<TopicPartition, Long>();
            for (var entry : cluster.admin()
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                if (ends.containsKey(entry.getKey()) && entry.getValue() != null) {
                    committed.put(entry.getKey(), offset(entry.getValue()));
                }
            }
            return committed;
        } catch (ExecutionException e) {
            throw Refused.unavailable("What other services told cannot be asked for");
        }
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed.offset();
    }
}
