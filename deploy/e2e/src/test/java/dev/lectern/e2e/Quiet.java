package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/** The state in which nothing is under way: outboxes are empty, consumers have caught up, and nothing is due or being sent. */
final class Quiet {

    private static final List<String> CONSUMERS = List.of("schedule-service", "notification-service");

    private final JsonNode status;

    Quiet(JsonNode status) {
        this.status = status;
    }

    void await() {
        await(Duration.ofSeconds(60));
    }

    void await(Duration patience) {
        org.awaitility.Awaitility.await().atMost(patience).until(this::isQuiet);
    }

    private boolean isQuiet() {
        return List.of("catalog", "schedule", "notification").stream().allMatch(this::outboxIsEmpty)
                && CONSUMERS.stream().allMatch(this::hasCaughtUp)
                && count("notification", "select count(*) from touch") == 0
                && count(
                                "notification",
                                "select count(*) from notice where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS')")
                        == 0;
    }

    private boolean outboxIsEmpty(String database) {
        return count(database, "select count(*) from outbox") == 0;
    }

    private long count(String database, String sql) {
        return new Database(status, database).count(sql);
    }

    private boolean hasCaughtUp(String group) {
        try (var kafka = Admin.create(
                Map.<String, Object>of("bootstrap.servers", status.get("kafka").asText()))) {
            var committed = kafka.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = kafka.listOffsets(committed.keySet().stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            return !committed.isEmpty()
                    && ends.entrySet().stream()
                            .allMatch(end -> end.getValue().offset()
                                    == committed.get(end.getKey()).offset());
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
