package dev.lectern.chassis.events;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the service's consumer has its place in the group: only then does a change elsewhere arrive at once. */
@Readiness
@ApplicationScoped
@Identifier("group-membership")
class GroupMembership implements KafkaConsumerRebalanceListener, HealthCheck {

    private final boolean consumesNothing;
    private volatile boolean joined;

    GroupMembership(@All List<EventHandler<?>> handlers) {
        consumesNothing = handlers.isEmpty();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        joined = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consumer group")
                .status(consumesNothing || joined)
                .build();
    }
}
