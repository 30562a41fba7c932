package dev.lectern.chassis.republication;

import dev.lectern.chassis.events.KafkaCluster;
import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sees at the start whether Kafka is another cluster than the one that this service last talked to, and then has
 * everything announced again, without being asked: a broker may have been lost, or the database restored beside a new one.
 */
@ApplicationScoped
class AnotherCluster implements Loop.Work {

    private static final Logger LOG = Logger.getLogger(AnotherCluster.class);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final KafkaCluster cluster;
    private final Republication republication;
    private final EntityManager entities;
    private final Loop loop = new Loop("another-cluster", this);

    AnotherCluster(KafkaCluster cluster, Republication republication, EntityManager entities) {
        this.cluster = cluster;
        this.republication = republication;
        this.entities = entities;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        loop.stop(FAREWELL);
    }

    @Override
    public Rest step() {
        var now = cluster.id();
        var before = QuarkusTransaction.requiringNew().call(this::known);
        if (before.isPresent() && !before.get().equals(now)) {
            LOG.infof("everything is announced again, to another cluster cluster=%s before=%s", now, before.get());
            republication.work(false).prepare(new Progress());
        }
        QuarkusTransaction.requiringNew().run(() -> note(now));
        return Rest.END;
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private Optional<String> known() {
        List<String> rows = entities.createNativeQuery("select cluster from announced_cluster", String.class)
                .getResultList();
        return rows.stream().findFirst();
    }

    private void note(String now) {
        entities.createNativeQuery("""
                        insert into announced_cluster (cluster) values (?1)
                        on conflict (only_one) do update set cluster = excluded.cluster""").setParameter(1, now).executeUpdate();
    }

    /** Another replica is at it, or the database or the broker is away. */
    @Override
    public Rest failed(Throwable failure) {
        LOG.infof("whether all is to be announced again is looked at later error=%s", failure.getMessage());
        return Rest.allOf(WAIT);
    }
}
