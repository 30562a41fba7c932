package dev.lectern.stack.doctor;

import static java.util.stream.Collectors.toMap;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.kafka.KafkaBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;

/** How far the services' consumers are behind the topics. */
public record Consumers(DataDirectory data, Ports ports) {

    /** A few batches; a consumer in good health has applied them within a second. */
    private static final long MUCH = 1_000;

    public List<Finding> look() {
        try (var admin = KafkaBroker.admin(data, ports)) {
            var findings = new ArrayList<Finding>();
            for (var group : admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.endsWith("-service"))
                    .sorted()
                    .toList()) {
                findings.add(finding(group, lag(admin, group)));
            }
            return findings;
        } catch (ExecutionException e) {
            return List.of(
                    Finding.fail("kafka", "See \"logs kafka\"", "it does not answer: %s".formatted(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Finding finding(String group, long lag) {
        var service = group.replaceFirst("-service$", "");
        return lag > MUCH
                ? Finding.warn(service, "See \"logs " + service + "\"", "it is %,d records behind".formatted(lag))
                : Finding.ok(service, "its consumers are %d records behind".formatted(lag));
    }

    private static long lag(Admin admin, String group) throws ExecutionException, InterruptedException {
        var done = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var wanted = done.keySet().stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var lag = 0L;
        for (var end : admin.listOffsets(wanted).all().get().entrySet()) {
            lag += end.getValue().offset() - done.get(end.getKey()).offset();
        }
        return lag;
    }
}
