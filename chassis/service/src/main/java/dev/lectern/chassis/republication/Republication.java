package dev.lectern.chassis.republication;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.events.Restoration;
import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.job.Work;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.outbox.RevisionBase;
import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Announces the current states of all that a service owns, some at a time and each time in a transaction of its own:
 * edits get between, and the outbox stays short. One at a time, whichever replica runs it.
 */
@ApplicationScoped
public class Republication {

    /** Any number that no other lock of the database uses; a process that dies leaves it with its connection. */
    private static final String LOCK = "(7067010)";

    private static final UUID LOWEST = new UUID(0, 0);

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final RevisionBase base;
    private final List<Announced> all;
    private final int batch;
    private final int longestOutbox;
    private final Duration patience;

    Republication(
            AgroalDataSource database,
            Outbox outbox,
            RevisionBase base,
            @All List<Announced> all,
            @ConfigProperty(name = "lectern.republication.batch") int batch,
            @ConfigProperty(name = "lectern.republication.longest-outbox") int longestOutbox,
            @ConfigProperty(name = "lectern.republication.patience") Duration patience) {
        this.database = database;
        this.outbox = outbox;
        this.base = base;
        this.all = all;
        this.batch = batch;
        this.longestOutbox = longestOutbox;
        this.patience = patience;
    }

    /** @throws Refused 403 for whoever is no admin: it concerns all conferences */
    public static void requireAdmin(Caller caller) {
        caller.requireAdmin("Only an admin may have everything announced again");
    }

    /**
     * @param restored whether the database was restored: then others are to take what it says for newer than all that
     * they know, and to let go of what it does not know
     */
    public Work work(boolean restored) {
        return new Announcing(restored);
    }

    /** All of it comes before the transaction that keeps the answer. */
    private final class Announcing implements Work {

        private final boolean restored;
        private long aggregates;

        private Announcing(boolean restored) {
            this.restored = restored;
        }

        @Override
        public void prepare(Progress progress) {
            try (var connection = database.getConnection()) {
                if (!ask(connection, "select pg_try_advisory_lock" + LOCK)) {
                    throw CommonRefusal.UNDER_WAY.because("Everything is being announced again already");
                }
                try {
                    if (restored) {
                        announceAnew(progress);
                    } else {
                        announce(progress);
                    }
                } finally {
                    ask(connection, "select pg_advisory_unlock" + LOCK);
                }
            } catch (SQLException e) {
                throw Refused.unavailable(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CommonRefusal.ENDING.because(null);
            }
        }

        /** That all is told is said when the broker has all of it. */
        private void announceAnew(Progress progress) throws InterruptedException {
            var restoration = new Restoration(QuarkusTransaction.requiringNew().call(base::raise));
            announce(progress);
            QuarkusTransaction.requiringNew().run(() -> say(restoration));
            require(outbox.awaitSent(patience));
        }

        private void say(Restoration restoration) {
            all.stream()
                    .map(Announced::topic)
                    .distinct()
                    .forEach(topic -> outbox.append(topic, Restoration.TYPE, Restoration.KEY, restoration));
        }

        private void announce(Progress progress) throws InterruptedException {
            var owners = new LinkedHashMap<Announced, List<UUID>>();
            all.forEach(
                    kind -> owners.put(kind, QuarkusTransaction.requiringNew().call(kind::owners)));
            var total = owners.values().stream().mapToLong(List::size).sum();
            var done = 0L;
            for (Map.Entry<Announced, List<UUID>> kind : owners.entrySet()) {
                for (var owner : kind.getValue()) {
                    progress.is("announcing", done++, total);
                    announce(kind.getKey(), owner);
                }
            }
            progress.is("waiting for the broker", total, total);
            require(outbox.awaitSent(patience));
        }

        private void announce(Announced kind, UUID owner) throws InterruptedException {
            var after = LOWEST;
            while (after != null) {
                require(outbox.awaitShort(longestOutbox, patience));
                after = next(kind, owner, after);
            }
        }

        /** Returns behind which it goes on, null when there are no more. */
        private UUID next(Announced kind, UUID owner, UUID after) {
            var told = QuarkusTransaction.requiringNew().call(() -> kind.announceAgain(owner, after, batch));
            aggregates += told.size();
            return told.size() < batch ? null : told.get(told.size() - 1);
        }

        @Override
        public Object perform(Progress progress) {
            return new Republished(aggregates);
        }
    }

    private static void require(boolean sent) {
        if (!sent) {
            throw Refused.unavailable("The broker takes nothing; what is announced already stays so");
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
