package dev.lectern.chassis.events;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;

/** The Kafka cluster that this process talks to. Offsets mean something within one cluster only. */
@ApplicationScoped
public class KafkaCluster {

    private static final Logger LOG = Logger.getLogger(KafkaCluster.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final long WAIT_MILLIS = 500;

    private final Admin admin;
    private volatile String id;

    KafkaCluster(@Identifier("default-kafka-broker") Map<String, Object> brokers) {
        var settings = new HashMap<>(brokers);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        admin = Admin.create(settings);
    }

    /** To ask the cluster by; it gives up after five seconds. */
    Admin admin() {
        return admin;
    }

    /** Asks for it once, for as long as it takes. */
    public String id() {
        while (id == null) {
            try {
                id = admin.describeCluster().clusterId().get();
            } catch (ExecutionException e) {
                LOG.warnf("the cluster does not say which it is, asking again waitMillis=%d", WAIT_MILLIS);
                pause();
            } catch (InterruptedException e) {
                throw stopped(e);
            }
        }
        return id;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped while the broker was away", e);
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
