package dev.lectern.notification.baseline;

import dev.lectern.chassis.events.EventConsumption;
import dev.lectern.notification.briefing.PastBriefings;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the baseline, unless it is made: notes where the topics end, reads them up to there and takes all of it for
 * told. If it is cut short the next start goes on towards the same ends. A lock in the database lets one replica do it
 * while the others wait.
 */
@ApplicationScoped
class BaselineMaking {

    private static final Logger LOG = Logger.getLogger(BaselineMaking.class);

    /** Any number that no other lock of the database uses. */
    private static final String LOCK = "select pg_advisory_xact_lock(7067002)";

    private final AgroalDataSource database;
    private final EventConsumption consumption;
    private final PastBriefings briefings;
    private final Map<String, Object> brokers;
    private final List<String> topics;

    BaselineMaking(
            AgroalDataSource database,
            EventConsumption consumption,
            PastBriefings briefings,
            @Identifier("default-kafka-broker") Map<String, Object> brokers,
            @ConfigProperty(name = "mp.messaging.incoming.events.topics") List<String> topics) {
        this.database = database;
        this.consumption = consumption;
        this.briefings = briefings;
        this.brokers = brokers;
        this.topics = topics;
    }

    void make() throws SQLException {
        if (isDone()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(LOCK);
                makeAlone();
            } finally {
                connection.rollback();
            }
        }
    }

    private void makeAlone() {
        if (isDone()) {
            return;
        }
        try (var past = new TopicsPast(brokers)) {
            past.read(ends(past), consumption::consume);
        }
        QuarkusTransaction.requiringNew().run(this::takeAllForTold);
    }

    /** A replica that lost its lock without knowing may have been overtaken: then all since is news, and stays so. */
    private void takeAllForTold() {
        var baseline = Baseline.lock();
        if (!baseline.isDone()) {
            briefings.takeAllForTold();
            baseline.done(Instant.now());
            LOG.info("baseline made");
        }
    }

    private Map<String, Long> ends(TopicsPast past) {
        var ends = past.ends(topics);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (Baseline.stored() == null) {
                new Baseline(ends).persist();
            }
            return Baseline.stored().offsets();
        });
    }

    private static boolean isDone() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Baseline.stored() != null && Baseline.stored().isDone());
    }
}
